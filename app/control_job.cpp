// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/control_job.h"

#include <algorithm>
#include <utility>

namespace ob::app {
namespace {

/// Output goes in frames of this size, and long work goes on when less than some of them waits.
constexpr std::size_t pieceBytes = 64 * 1024;
constexpr std::size_t highWater = 1024 * 1024;

} // namespace

ControlJob::ControlJob(Surroundings surroundings, net::ConnectionId connection, ControlRequest request,
                       std::function<int(QStringList const&)> run)
    : m_around(std::move(surroundings)), m_connection(connection), m_request(std::move(request)),
      m_run(std::move(run)), m_fiber([this] { this->run(); }) {}

void ControlJob::run() {
    char code = 3;
    try {
        code = static_cast<char>(m_run(m_request.arguments));
    } catch (std::exception const& error) {
        // It ends the program that asked, not the desk.
        writeError(std::string("oneboardctl: ") + error.what() + '\n');
    }
    if (!m_isAbandoned) m_out.push_back(frameOf(ControlFrame::Exit, {&code, 1}));
}

void ControlJob::resume() {
    m_resumed = Clock::now();
    Caller* const before = exchangeCaller(this);
    try {
        m_fiber.resume();
    } catch (...) {
        exchangeCaller(before);
        throw;
    }
    exchangeCaller(before);
    sendMore();
}

bool ControlJob::receive(net::Frame const& frame) {
    switch (static_cast<ControlFrame>(frame.type)) {
    case ControlFrame::Input:
    case ControlFrame::InputEnd:
        if (!m_wantsInput) return false;
        m_wantsInput = false;
        m_in += textOf(frame);
        if (frame.type == static_cast<std::uint8_t>(ControlFrame::InputEnd)) m_hasInputEnded = true;
        m_around.wake(*this);
        return true;
    case ControlFrame::Secret:
        if (!m_wantsSecret || frame.payload.size() > maxSecretBytes) return false;
        m_wantsSecret = false;
        m_secret.emplace(textOf(frame));
        m_around.wake(*this);
        return true;
    case ControlFrame::Cancel: stop(); return true;
    case ControlFrame::Request:
    case ControlFrame::Output:
    case ControlFrame::ErrorOutput:
    case ControlFrame::WantInput:
    case ControlFrame::WantSecret:
    case ControlFrame::Exit: break;
    }
    return false;
}

void ControlJob::publish(core::ChangeSet const& changes) {
    if (!m_isWatching || m_isStopped) return;
    m_changes.push_back(changes);
    m_around.wake(*this);
}

void ControlJob::stop() {
    m_isStopped = true;
    m_hasInputEnded = true;
    if (!isOver()) m_around.wake(*this);
}

void ControlJob::abandon() {
    m_isAbandoned = true;
    m_out.clear();
    m_outBytes = 0;
    stop();
}

void ControlJob::put(ControlFrame type, std::string_view bytes) {
    if (m_isAbandoned) return;
    m_outBytes += bytes.size();
    while (!bytes.empty()) {
        if (m_out.empty() || m_out.back().type != static_cast<std::uint8_t>(type)
            || m_out.back().payload.size() >= pieceBytes)
            m_out.push_back(frameOf(type));
        auto& payload = m_out.back().payload;
        auto const part = bytes.substr(0, pieceBytes - payload.size());
        payload.insert(payload.end(), part.begin(), part.end());
        bytes.remove_prefix(part.size());
    }
}

void ControlJob::sendMore() {
    while (!m_out.empty() && m_around.server.queued(m_connection) < net::ControlServer::lowWater) {
        auto const frame = std::move(m_out.front());
        m_out.pop_front();
        if (frame.type == static_cast<std::uint8_t>(ControlFrame::Output)
            || frame.type == static_cast<std::uint8_t>(ControlFrame::ErrorOutput))
            m_outBytes -= frame.payload.size();
        m_around.server.send(m_connection, frame);
    }
}

std::size_t ControlJob::read(std::span<char> into) {
    while (m_in.empty() && !m_hasInputEnded) {
        if (!m_wantsInput) {
            m_wantsInput = true;
            m_out.push_back(frameOf(ControlFrame::WantInput));
        }
        m_fiber.suspend();
    }
    std::size_t const count = std::min(into.size(), m_in.size());
    std::copy_n(m_in.begin(), count, into.begin());
    m_in.erase(0, count);
    return count;
}

std::optional<core::SecretText> ControlJob::secret() {
    m_wantsSecret = true;
    m_out.push_back(frameOf(ControlFrame::WantSecret));
    while (m_wantsSecret && !m_isStopped)
        m_fiber.suspend();
    m_wantsSecret = false;
    return std::exchange(m_secret, std::nullopt);
}

std::filesystem::path ControlJob::fileNamed(std::string const& name) const {
    return std::filesystem::path(m_request.folder) / name;
}

void ControlJob::breathe() {
    if (Clock::now() - m_resumed >= turn && !m_isStopped) {
        m_around.wake(*this);
        m_fiber.suspend();
    }
    while (m_outBytes >= highWater && !m_isStopped) {
        sendMore();
        if (m_outBytes >= highWater) m_fiber.suspend();
    }
}

void ControlJob::wait(std::chrono::milliseconds time) {
    auto const until = Clock::now() + time;
    auto const timer =
        m_around.loop.after(core::Duration::ofMilliseconds(time.count()), [this] { m_around.wake(*this); });
    while (!m_isStopped && Clock::now() < until)
        m_fiber.suspend();
    m_around.loop.cancel(timer);
}

std::optional<core::ChangeSet> ControlJob::nextChange() {
    m_isWatching = true;
    if (m_outBytes > maxWaitingBytes) m_around.server.drop(m_connection);
    while (m_changes.empty() && !m_isStopped)
        m_fiber.suspend();
    if (m_isStopped) return std::nullopt;
    auto changes = std::move(m_changes.front());
    m_changes.pop_front();
    return changes;
}

} // namespace ob::app
