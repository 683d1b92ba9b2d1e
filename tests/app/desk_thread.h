// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/control_service.h"
#include "app/ctl/served.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "tests/support/temporary_directory.h"

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <future>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace ob::app::tests {

/// A program beside the running desk: its streams are here, its input is a pipe.
class FakeProgram final : public Caller {
  public:
    FakeProgram() {
        if (::pipe(m_pipe) != 0) throw std::runtime_error("no pipe");
    }
    ~FakeProgram() override {
        endInput();
        ::close(m_pipe[0]);
    }
    /// Runs it on this thread.
    int run(QStringList const& arguments) {
        Caller* const before = exchangeCaller(this);
        int const code = runSubcommand(arguments);
        exchangeCaller(before);
        return code;
    }
    void say(std::string const& text) const {
        if (::write(m_pipe[1], text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::abort();
    }
    void endInput() {
        if (m_pipe[1] >= 0) ::close(m_pipe[1]);
        m_pipe[1] = -1;
    }
    void askForStop() { m_isStopped = true; }

    std::string out, error;
    /// Told with all output whenever some came.
    std::function<void(std::string const&)> heard;

    void write(std::string_view bytes) override {
        out += bytes;
        if (heard) heard(out);
    }
    void writeError(std::string_view bytes) override { error += bytes; }
    void flush() override {}
    std::size_t read(std::span<char> into) override {
        auto const count = ::read(m_pipe[0], into.data(), into.size());
        return count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    bool isErrorTerminal() const override { return false; }
    std::filesystem::path fileNamed(std::string const& name) const override { return name; }
    void heedStop() override {}
    bool isStopAsked() const override { return m_isStopped; }
    void breathe() override {}
    void wait(std::chrono::milliseconds) override {}
    DeskHost* runningDesk() override { return nullptr; }
    SignInShifts* shifts() override { return nullptr; }
    std::optional<core::SecretText> secret() override { return std::nullopt; }
    void claimLongWork() override {}
    std::optional<core::ChangeSet> nextChange() override { return std::nullopt; }

  private:
    int m_pipe[2] = {-1, -1};
    std::atomic<bool> m_isStopped = false;
};

/// A program that runs on a thread of its own; what it says can be waited for.
class Beside {
  public:
    explicit Beside(QStringList const& arguments) {
        m_program.heard = [this](std::string const& out) {
            std::lock_guard const lock(m_mutex);
            m_out = out;
            m_changed.notify_all();
        };
        m_code = std::async(std::launch::async, [this, arguments] {
            int const code = m_program.run(arguments);
            std::lock_guard const lock(m_mutex);
            m_isOver = true;
            m_changed.notify_all();
            return code;
        });
    }
    FakeProgram& program() { return m_program; }
    /// Whether it said that, within a minute.
    bool says(std::string const& text) {
        std::unique_lock lock(m_mutex);
        auto const isSaid = [&] { return m_out.find(text) != std::string::npos; };
        m_changed.wait_for(lock, std::chrono::minutes(1), [&] { return isSaid() || m_isOver; });
        return isSaid();
    }
    int code() { return m_code.get(); }

  private:
    FakeProgram m_program;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_out;
    bool m_isOver = false;
    std::future<int> m_code;
};

/// A desk of a drill realm in a folder of its own, running on a thread of its own.
class DeskThread {
  public:
    DeskThread() : m_rules(shippedRuleBook()) {
        ::setenv("ONEBOARD_STATE", (m_folder / "state").c_str(), 1);
        RealmFolder::Plan const plan{
            .name = "Test", .zone = "UTC", .agencies = {{*core::Code::of("FD"), "消防", "Fire"}}};
        auto const realm = RealmFolder::createDrill(m_folder / "realm", plan);
        DeskFolder(data()).create(realm, {0}, "test", SystemClock().now());
    }
    ~DeskThread() { stop(); }

    void start() {
        std::promise<void> ready;
        m_thread = std::thread([&] { live(ready); });
        ready.get_future().wait();
    }
    /// As desk run ends.
    void stop() {
        if (!m_thread.joinable()) return;
        m_loop.stop();
        m_thread.join();
    }
    /// On the desk's thread; waits for it.
    void ask(std::function<void(DeskHost&, ControlService&)> const& question) {
        std::promise<void> answered;
        m_loop.post([&] {
            question(*m_host, *m_service);
            answered.set_value();
        });
        answered.get_future().wait();
    }

    std::filesystem::path data() const { return m_folder / "desk"; }
    std::filesystem::path folder() const { return m_folder.path(); }
    QStringList command(QString const& name, QStringList const& rest) const {
        return QStringList{name, QStringLiteral("--data"), QString::fromStdString(data().string())} + rest;
    }

  private:
    void live(std::promise<void>& ready) {
        DeskHost host(data(), m_rules);
        ControlService service(m_loop, host, data(),
                               {.run = runSubcommand,
                                .speak = [](std::string const&) {}, // the application lives on another thread
                                .version = servedProgram().version});
        host.desk().listen([&](core::ChangeSet const& changes) { service.publish(changes); });
        m_host = &host;
        m_service = &service;
        ready.set_value();
        m_loop.run();
        service.stop();
        host.close();
    }

    ::ob::tests::TemporaryDirectory m_folder;
    core::RuleBook m_rules;
    net::EventLoop m_loop;
    DeskHost* m_host = nullptr;
    ControlService* m_service = nullptr;
    std::thread m_thread;
};

} // namespace ob::app::tests
