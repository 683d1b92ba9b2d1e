// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/secret_entry.h"

#include "app/ctl/subcommand.h"
#include "app/key_store.h"
#include "app/operator_file.h"
#include "ui/text/sign_in_text.h"

#include <array>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace ob::app {
namespace {

/// The terminal of this program. As long as it lives what is typed is not seen, and Ctrl+C takes effect when
/// it is seen again.
class HiddenTerminal {
  public:
    HiddenTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        m_isHidden = m_terminal >= 0 && ::tcgetattr(m_terminal, &m_before) == 0;
        if (!m_isHidden) return;
        ::sigemptyset(&m_ends);
        for (int const signal : {SIGINT, SIGTERM, SIGQUIT})
            ::sigaddset(&m_ends, signal);
        ::pthread_sigmask(SIG_BLOCK, &m_ends, &m_signals);
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL;
        ::tcsetattr(m_terminal, TCSAFLUSH, &hidden);
    }
    ~HiddenTerminal() {
        if (m_isHidden) {
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
            ::pthread_sigmask(SIG_SETMASK, &m_signals, nullptr);
        }
        if (m_terminal >= 0) ::close(m_terminal);
    }
    HiddenTerminal(HiddenTerminal const&) = delete;
    HiddenTerminal& operator=(HiddenTerminal const&) = delete;

    bool isThere() const { return m_isHidden; }
    void write(QByteArray const& text) const {
        [[maybe_unused]] auto const written =
            ::write(m_terminal, text.constData(), static_cast<std::size_t>(text.size()));
    }
    /// False at its end, and when this program is asked to end.
    bool read(char& character) const {
        constexpr int lookEveryMs = 100;
        pollfd look{.fd = m_terminal, .events = POLLIN, .revents = 0};
        while (!isInterrupted())
            if (::poll(&look, 1, lookEveryMs) != 0) return ::read(m_terminal, &character, 1) == 1;
        return false;
    }
    bool isInterrupted() const {
        sigset_t waiting;
        ::sigpending(&waiting);
        for (int const signal : {SIGINT, SIGTERM, SIGQUIT})
            if (::sigismember(&waiting, signal) == 1) return true;
        return false;
    }

  private:
    int m_terminal;
    bool m_isHidden = false;
    termios m_before{};
    sigset_t m_ends{}, m_signals{};
};

core::SecretText firstLineOf(std::string const& file) {
    return core::SecretText(Passphrase::ofFile(file).text());
}

} // namespace

core::SecretText secretLine(std::function<bool(char&)> const& next) {
    std::array<char, maxPassphrase + 2> line{};
    std::size_t size = 0;
    while (size < line.size() && next(line[size]) && line[size] != '\n')
        ++size;
    if (size > 0 && line[size - 1] == '\r') --size;
    core::SecretText text(std::string_view(line.data(), size));
    core::wipe({reinterpret_cast<std::uint8_t*>(line.data()), line.size()});
    return text;
}

std::optional<core::SecretText> typedSecret(QString const& prompt) {
    HiddenTerminal const terminal;
    if (!terminal.isThere()) return std::nullopt;
    terminal.write(prompt.toUtf8() + ": ");
    auto typed = secretLine([&](char& character) { return terminal.read(character); });
    if (terminal.isInterrupted()) return std::nullopt;
    return typed;
}

core::SecretText secretOf(Arguments const& arguments) {
    for (QString const& option : {QStringLiteral("session"), QStringLiteral("passphrase-file")})
        if (arguments.has(option)) return firstLineOf(arguments.value(option).toStdString());
    if (char const* const named = std::getenv("ONEBOARD_PASSPHRASE_FILE"); named != nullptr && *named != '\0')
        return firstLineOf(named);
    if (auto typed = typedSecret(ui::passphraseOfText(arguments.value(QStringLiteral("operator")))))
        return *std::move(typed);
    throw OperatorRefusal("noPassphrase", ui::noPassphraseText().toStdString());
}

} // namespace ob::app
