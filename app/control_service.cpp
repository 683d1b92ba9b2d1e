// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/control_service.h"

#include "core/ensure.h"
#include "core/journal/journal_port.h"

namespace ob::app {
namespace {

/// Exit code of a desk that does not do what is asked.
constexpr char notDone = 3;

} // namespace

ControlService::ControlService(net::EventLoop& loop, DeskHost& host, std::filesystem::path const& data,
                               Program program)
    : m_loop(loop), m_host(host), m_program(std::move(program)),
      m_server(std::make_unique<net::ControlServer>(
          loop, data,
          net::ControlServer::Callbacks{
              .received = [this](net::ConnectionId id, net::Frame const& frame) { receive(id, frame); },
              .closed = [this](net::ConnectionId id) { closed(id); },
              .drained =
                  [this](net::ConnectionId id) {
                      if (auto const job = m_jobs.find(id); job != m_jobs.end()) job->second->sendMore();
                      wake(id);
                  }})),
      m_self(std::make_shared<ControlService*>(this)) {}

ControlService::~ControlService() { stop(); }

void ControlService::publish(core::ChangeSet const& changes) {
    for (auto const& [id, job] : m_jobs)
        job->publish(changes);
}

void ControlService::stop() {
    OB_ENSURE(!m_isResuming);
    m_self.reset();
    for (auto const& [id, job] : m_jobs)
        job->stop();
    while (!m_jobs.empty()) {
        auto const id = m_jobs.begin()->first;
        while (!m_jobs.begin()->second->isOver())
            resume(id);
        m_jobs.erase(id);
    }
    m_server.reset();
}

void ControlService::receive(net::ConnectionId id, net::Frame const& frame) {
    auto const job = m_jobs.find(id);
    if (job == m_jobs.end()) return begin(id, frame);
    if (!job->second->receive(frame)) m_server->drop(id);
}

void ControlService::begin(net::ConnectionId id, net::Frame const& frame) {
    bool const isRequest = frame.type == static_cast<std::uint8_t>(ControlFrame::Request);
    auto request = isRequest ? requestOf(frame) : std::nullopt;
    if (!request) return m_server->drop(id);
    if (request->version != m_program.version)
        return refuse(id, "the running desk is OneBoard " + m_program.version + " and this is "
                              + request->version + ": use the same version");
    ControlJob::Surroundings surroundings{.loop = m_loop,
                                          .server = *m_server,
                                          .host = m_host,
                                          .wake = [this](ControlJob& job) { wake(job.connection()); },
                                          .claimLongWork = [this](ControlJob& job) { claimLongWork(job); },
                                          .shifts = m_shifts};
    m_jobs.emplace(
        id, std::make_unique<ControlJob>(std::move(surroundings), id, *std::move(request), m_program.run));
    wake(id);
}

void ControlService::refuse(net::ConnectionId id, std::string const& reason) {
    m_server->send(id, frameOf(ControlFrame::ErrorOutput, "oneboardctl: " + reason + '\n'));
    m_server->send(id, frameOf(ControlFrame::Exit, {&notDone, 1}));
    m_server->close(id);
}

void ControlService::closed(net::ConnectionId id) {
    auto const job = m_jobs.find(id);
    if (job == m_jobs.end()) return;
    job->second->abandon();
    tidy(id);
}

void ControlService::wake(net::ConnectionId id) {
    m_loop.post([weak = std::weak_ptr(m_self), id] {
        if (auto const self = weak.lock()) (*self)->resume(id);
    });
}

void ControlService::resume(net::ConnectionId id) {
    auto const found = m_jobs.find(id);
    if (found == m_jobs.end()) return;
    ControlJob& job = *found->second;
    if (!job.isOver()) {
        if (m_spoken != job.language()) m_program.speak(m_spoken = job.language());
        m_isResuming = true;
        job.resume();
        m_isResuming = false;
    }
    tidy(id);
}

void ControlService::tidy(net::ConnectionId id) {
    auto const found = m_jobs.find(id);
    if (found == m_jobs.end() || !found->second->isOver()) return;
    if (m_longWork == id) m_longWork.reset();
    if (!found->second->isSent()) return;
    m_server->close(id);
    if (m_self) m_jobs.erase(found);
}

void ControlService::claimLongWork(ControlJob& job) {
    if (m_longWork && m_longWork != job.connection())
        throw core::StoreError("an import or replay is at work at this desk: wait until it ends, or end it");
    m_longWork = job.connection();
}

} // namespace ob::app
