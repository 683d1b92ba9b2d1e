// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/hub.h"

#include "core/ensure.h"
#include "net/dialer.h"
#include "net/listener.h"
#include "net/tls_session.h"

namespace ob::net {

struct Hub::Impl {
    struct Link {
        std::shared_ptr<TlsSession> session;
        TlsEngine::Side side;
        Endpoint remote;
        bool wasOpened = false;
    };
    struct Waiting {
        OpenSocket socket;
        core::Instant until; // steady
    };

    EventLoop& loop;
    TlsContext context;
    Callbacks callbacks;
    Limits limits;
    Dialer dialer;
    std::vector<std::unique_ptr<Listener>> listeners;
    std::deque<Waiting> waiting;
    std::map<LinkId, Link> links;
    LinkId lastLink = 0;
    std::size_t shaking = 0; // accepted, not opened
    bool isEnding = false;
    std::function<void()> done;

    Impl(EventLoop& usedLoop, core::SecretKey const& key, Callbacks calls, Limits const& given)
        : loop(usedLoop), context(key), callbacks(std::move(calls)), limits(given),
          dialer(loop, {.connect = limits.connect, .healthy = limits.healthy},
                 {.connected = [this](OpenSocket socket) { return dialled(std::move(socket)); },
                  .failed = [this](auto const& to, auto const& why) { callbacks.dialFailed(to, why); }}) {}

    ~Impl() {
        for (auto const& [id, link] : links)
            link.session->abandon();
    }

    bool isFull() const { return links.size() + waiting.size() >= limits.links; }

    std::optional<LinkId> dialled(OpenSocket socket) {
        if (isFull()) return std::nullopt;
        return start(std::move(socket), TlsEngine::Side::Dials);
    }

    void accepted(OpenSocket socket) {
        if (isFull()) return;
        if (shaking < limits.handshakes) {
            ++shaking;
            start(std::move(socket), TlsEngine::Side::Accepts);
        } else if (waiting.size() < limits.waiting) {
            waiting.push_back({.socket = std::move(socket), .until = loop.steadyNow() + limits.handshake});
        }
    }

    void shakeNext() {
        --shaking;
        while (!waiting.empty() && shaking < limits.handshakes) {
            auto next = std::move(waiting.front());
            waiting.pop_front();
            if (next.until < loop.steadyNow()) continue; // has given up by now
            ++shaking;
            start(std::move(next.socket), TlsEngine::Side::Accepts);
        }
    }

    LinkId start(OpenSocket socket, TlsEngine::Side side) {
        LinkId const id = ++lastLink;
        Endpoint const remote = socket.remote();
        TlsSession::Events events{
            .opened = [this, id](LinkOpened const& link) { opened(id, link); },
            .frame = [this, id](Frame const& frame) { callbacks.frame(id, frame); },
            .drained = [this, id] { callbacks.drained(id); },
            .ended = [this, id](LinkEnd end, std::string const& detail) { ended(id, end, detail); }};
        SessionLimits const sessionLimits{.handshake = limits.handshake,
                                          .stalled = limits.stalled,
                                          .farewell = limits.farewell,
                                          .queueBytes = limits.queueBytes};
        auto session =
            TlsSession::start(loop, context, side, std::move(socket), sessionLimits, std::move(events));
        links.emplace(id, Link{.session = std::move(session), .side = side, .remote = remote});
        return id;
    }

    void opened(LinkId id, LinkOpened const& opening) {
        auto& link = links.at(id);
        link.wasOpened = true;
        dialer.opened(id);
        if (link.side == TlsEngine::Side::Accepts) shakeNext();
        callbacks.opened(id, opening);
    }

    void ended(LinkId id, LinkEnd end, std::string const& detail) {
        auto const link = links.at(id);
        auto const dialledTo = dialer.ended(id);
        if (link.wasOpened) {
            callbacks.closed(id, end, detail);
        } else if (link.side == TlsEngine::Side::Accepts) {
            if (!isEnding) callbacks.closed(id, end, link.remote.text() + ": " + detail);
        } else if (dialledTo) {
            callbacks.dialFailed(*dialledTo, detail);
        }
        links.erase(id);
        if (!link.wasOpened && link.side == TlsEngine::Side::Accepts) shakeNext();
        finishWhenEmpty();
    }

    void finishWhenEmpty() {
        if (isEnding && links.empty() && done) loop.post(std::exchange(done, nullptr));
    }

    void shutDown(std::function<void()> call) {
        OB_ENSURE(!isEnding);
        isEnding = true;
        done = std::move(call);
        listeners.clear();
        waiting.clear();
        dialer.hangUpAll();
        for (auto const& [id, link] : links)
            part(link, "this desk ends its work");
        finishWhenEmpty();
    }

    /// With a farewell (which may be under way already) where the peer can understand one.
    static void part(Link const& link, std::string const& why) {
        if (link.wasOpened)
            link.session->close(LinkEnd::ByUs, why);
        else
            link.session->end(LinkEnd::ByUs, why);
    }

    TlsSession* find(LinkId id) const {
        auto const found = links.find(id);
        return found == links.end() ? nullptr : found->second.session.get();
    }
};

Hub::Hub(EventLoop& loop, core::SecretKey const& tlsKey, Callbacks callbacks, Limits limits)
    : m_impl(std::make_unique<Impl>(loop, tlsKey, std::move(callbacks), limits)) {}

Hub::~Hub() = default;

tl::expected<Endpoint, std::string> Hub::listen(Endpoint const& at) {
    OB_ENSURE(!m_impl->isEnding);
    auto listener = Listener::open(
        m_impl->loop, at, [impl = m_impl.get()](OpenSocket socket) { impl->accepted(std::move(socket)); });
    if (!listener) return tl::unexpected(listener.error());
    m_impl->listeners.push_back(*std::move(listener));
    return m_impl->listeners.back()->local();
}

void Hub::dial(Endpoint const& to) {
    if (!m_impl->isEnding) m_impl->dialer.dial(to);
}

void Hub::hangUp(Endpoint const& to) {
    auto const link = m_impl->dialer.hangUp(to);
    if (link && m_impl->find(*link)) Impl::part(m_impl->links.at(*link), "hung up");
}

void Hub::redialLater(LinkId link) { m_impl->dialer.slowDown(link); }

void Hub::send(LinkId link, Frame frame, Priority priority) {
    if (auto* const session = m_impl->find(link)) session->send(std::move(frame), priority);
}

std::size_t Hub::queuedBytes(LinkId link) const {
    auto const* const session = m_impl->find(link);
    return session ? session->queuedBytes() : 0;
}

void Hub::close(LinkId link, std::string const& why) {
    if (auto* const session = m_impl->find(link)) session->close(LinkEnd::ByUs, why);
}

void Hub::shutDown(std::function<void()> done) { m_impl->shutDown(std::move(done)); }

std::uint64_t Hub::bytesIn(LinkId link) const {
    auto const* const session = m_impl->find(link);
    return session ? session->bytesIn() : 0;
}

std::uint64_t Hub::bytesOut(LinkId link) const {
    auto const* const session = m_impl->find(link);
    return session ? session->bytesOut() : 0;
}

} // namespace ob::net
