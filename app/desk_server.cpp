// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_server.h"

#include "app/desk_session.h"
#include "app/files.h"
#include "core/store/sql_error.h"

#include <stdexcept>

namespace ob::app {
namespace {

constexpr core::Duration restartAfter = core::Duration::ofSeconds(2);

} // namespace

DeskServer::DeskServer(core::RuleBook const& rules, Options options)
    : m_rules(rules), m_options(std::move(options)) {
    m_loop.onStopSignal([this] { stop(); });
    m_loop.whenIdle([this] { return m_session && m_session->idle(); });
    try {
        begin();
    } catch (store::SqlError const& error) {
        if (!m_options.waitsForRoom || !error.isNoRoom()) throw;
        m_session.reset();
        restart(Options::Pause::NoStorage, error.what());
    }
}

DeskServer::~DeskServer() = default;

void DeskServer::begin() {
    m_session = std::make_unique<DeskSession>(DeskSession::Surroundings{
        .loop = m_loop,
        .rules = m_rules,
        .folder = m_options.folder,
        .program = m_options.program,
        .served = m_options.served,
        .say = m_options.say,
        .trace = m_options.trace,
        .broken = [this](std::string const& why) { restart(Options::Pause::Restart, why); },
        .changed =
            [this](core::ChangeSet const& changes) {
                if (m_options.changed && m_session) m_options.changed(m_session->host(), changes);
            },
        .premisesChanged =
            [this] {
                if (m_options.premisesChanged && m_session) m_options.premisesChanged(m_session->host());
            }});
    if (m_options.listen) {
        auto const listening = m_session->mesh().listen(*m_options.listen);
        if (!listening)
            throw std::runtime_error("cannot listen on " + m_options.listen->text() + ": "
                                     + listening.error());
        m_options.listen = *listening; // the same port after a restart
    }
    for (auto const& peer : m_options.peers)
        m_session->mesh().dial(peer);
    if (m_options.began) m_options.began(m_session->host());
    if (std::exchange(m_isReady, true)) return;
    if (m_options.ready) m_options.ready(m_options.listen.value_or(net::Endpoint{}));
}

void DeskServer::restart(Options::Pause pause, std::string const& why) {
    if (m_isStopping || std::exchange(m_isRestarting, true)) return;
    m_options.say(why);
    if (m_options.interrupted) m_options.interrupted(pause, why);
    auto const again = [this] {
        m_loop.post([this] {
            m_session.reset();
            m_loop.after(restartAfter, [this] {
                if (m_isStopping) return;
                m_isRestarting = false;
                try {
                    begin();
                    m_options.say("the desk goes on");
                } catch (std::exception const& error) {
                    m_session.reset();
                    restart(Options::Pause::NoStorage, std::string("not yet: ") + error.what());
                }
            });
        });
    };
    if (m_session)
        m_session->end(again);
    else
        again();
}

void DeskServer::stop() {
    if (std::exchange(m_isStopping, true)) return;
    if (!m_session || m_isRestarting) return m_loop.stop();
    m_session->end([this] { m_loop.stop(); });
}

void DeskServer::post(std::function<void(DeskHost*)> call) {
    m_loop.post([this, call = std::move(call)] { call(m_session ? &m_session->host() : nullptr); });
}

void DeskServer::run() {
    m_loop.run();
    m_session.reset();
}

} // namespace ob::app
