// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/tls_session.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace ob::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t readBytes = 64 * 1024;

} // namespace

struct TlsSession::Io {
    tcp::socket socket;
    core::Bytes wire = core::Bytes(readBytes);  // as read
    core::Bytes plain = core::Bytes(16 * 1024); // a TLS record
};

std::shared_ptr<TlsSession> TlsSession::start(EventLoop& loop, TlsContext const& context,
                                              TlsEngine::Side side, OpenSocket socket,
                                              SessionLimits const& limits, Events events) {
    std::shared_ptr<TlsSession> session(
        new TlsSession(loop, context, side, socket.remote(), limits, std::move(events)));
    boost::system::error_code error;
    session->m_io->socket.assign(socket.isIpv6() ? tcp::v6() : tcp::v4(), socket.descriptor(), error);
    if (error) { // the system has no room for it
        session->end(LinkEnd::NetworkLost, error.message());
        return session;
    }
    socket.release();
    session->expectWithin(limits.handshake, &TlsSession::handshakeLate);
    session->m_engine.shake(); // who dials speaks first
    session->pump();
    session->readMore();
    return session;
}

TlsSession::TlsSession(EventLoop& loop, TlsContext const& context, TlsEngine::Side side, Endpoint remote,
                       SessionLimits const& limits, Events events)
    : m_loop(loop), m_engine(context, side), m_side(side), m_limits(limits), m_events(std::move(events)),
      m_remote(std::move(remote)), m_io(new Io{tcp::socket(loop.context())}) {}

TlsSession::~TlsSession() = default;

void TlsSession::expectWithin(core::Duration wait, void (TlsSession::*late)()) {
    m_loop.cancel(m_deadline);
    m_deadline = m_loop.after(wait, [self = shared_from_this(), late] { (self.get()->*late)(); });
}

void TlsSession::handshakeLate() { end(LinkEnd::Deadline, "the TLS handshake took too long"); }

void TlsSession::writeLate() {
    if (m_isWriteBroken)
        end(LinkEnd::NetworkLost, m_detail);
    else
        end(LinkEnd::TooSlow, "the other side takes nothing any more");
}

void TlsSession::farewellLate() { end(m_end, m_detail); }

void TlsSession::readMore() {
    if (m_stage == Stage::Ended) return;
    m_io->socket.async_read_some(
        asio::buffer(m_io->wire),
        [self = shared_from_this()](boost::system::error_code const& error, std::size_t length) {
            if (self->m_stage == Stage::Ended) return;
            if (error) return self->onReadEnd(error == asio::error::eof ? std::string() : error.message());
            self->m_bytesIn += length;
            self->process(length);
            self->readMore();
        });
}

void TlsSession::onReadEnd(std::string const& reason) {
    switch (m_stage) {
    case Stage::Shaking:
        return end(LinkEnd::NetworkLost, reason.empty() ? "the other side hung up in the handshake" : reason);
    case Stage::Open: return end(LinkEnd::NetworkLost, reason.empty() ? "cut off without a goodbye" : reason);
    case Stage::Closing:
    case Stage::Farewell: return end(m_end, m_detail);
    case Stage::Ended: return;
    }
}

void TlsSession::process(std::size_t length) {
    // After our goodbye the peer's words are only taken off the line: closing a socket that holds some would
    // reset the connection and could destroy our last ones.
    if (m_stage == Stage::Closing || m_stage == Stage::Farewell) return;
    m_engine.receive(core::ByteView(m_io->wire).first(length));
    if (m_stage == Stage::Shaking) {
        m_engine.shake();
        if (m_engine.state() == TlsEngine::State::Open) openUp();
    }
    if (m_stage == Stage::Open) readFrames();
    if (m_stage == Stage::Shaking || m_stage == Stage::Open) {
        switch (m_engine.state()) {
        case TlsEngine::State::Shaking:
        case TlsEngine::State::Open: break;
        case TlsEngine::State::PeerDone: return end(LinkEnd::ByPeer, "the other side said goodbye");
        case TlsEngine::State::Failed: return close(LinkEnd::TlsFailed, m_engine.failure());
        }
    }
    pump();
}

void TlsSession::openUp() {
    m_loop.cancel(m_deadline);
    m_stage = Stage::Open;
    if (m_isWriting) expectWithin(m_limits.stalled, &TlsSession::writeLate);
    m_events.opened({.dialled = m_side == TlsEngine::Side::Dials,
                     .remote = m_remote,
                     .peerTlsKey = m_engine.peerKeyHash(),
                     .exporter = m_engine.exporter()});
}

void TlsSession::readFrames() {
    while (m_stage == Stage::Open) {
        std::size_t const length = m_engine.read(m_io->plain);
        if (length == 0) return;
        m_reader.push(core::ByteView(m_io->plain).first(length));
        while (m_stage == Stage::Open) {
            auto const frame = m_reader.next();
            if (!frame) break;
            m_events.frame(*frame);
        }
        if (m_stage == Stage::Open && m_reader.fault() != FrameFault::None)
            close(LinkEnd::BadFrame, "a frame has an impossible length");
    }
}

void TlsSession::send(Frame frame, Priority priority) {
    if (m_stage != Stage::Open) return;
    if (queuedBytes() + sizeOf(frame) > m_limits.queueBytes)
        return end(LinkEnd::TooSlow, "the other side takes less than there is to send");
    m_queue.add(std::move(frame), priority);
    pump();
}

void TlsSession::pump() {
    if (m_isWriting || m_isWriteBroken || m_stage == Stage::Farewell || m_stage == Stage::Ended) return;
    bool const canSay = m_engine.state() == TlsEngine::State::Open;
    if (canSay && (m_stage == Stage::Open || m_stage == Stage::Closing)) {
        core::Bytes chunk;
        m_queue.take(chunk);
        m_inFlight = chunk.size();
        if (!chunk.empty())
            m_engine.write(chunk);
        else if (m_stage == Stage::Closing)
            m_engine.sayGoodbye();
        if (m_engine.state() == TlsEngine::State::Failed) return end(LinkEnd::TlsFailed, m_engine.failure());
    }
    m_engine.takeOutput(m_wire);
    if (!m_wire.empty())
        writeMore();
    else if (m_stage == Stage::Closing)
        waveGoodbye();
}

void TlsSession::writeMore() {
    m_isWriting = true;
    if (m_stage == Stage::Open) expectWithin(m_limits.stalled, &TlsSession::writeLate);
    m_io->socket.async_write_some(
        asio::buffer(m_wire.data() + m_wireSent, m_wire.size() - m_wireSent),
        [self = shared_from_this()](boost::system::error_code const& error, std::size_t length) {
            if (self->m_stage == Stage::Ended) return;
            self->m_isWriting = false;
            self->m_bytesOut += length;
            self->m_wireSent += length;
            if (error) {
                // The peer's alert, which says why, may still wait to be read.
                self->m_isWriteBroken = true;
                if (self->m_stage != Stage::Open) return;
                self->m_detail = error.message();
                self->expectWithin(self->m_limits.farewell, &TlsSession::writeLate);
            } else if (self->m_wireSent < self->m_wire.size()) {
                self->writeMore();
            } else {
                self->onWritten();
            }
        });
}

void TlsSession::onWritten() {
    if (m_stage == Stage::Open) m_loop.cancel(m_deadline);
    bool const wasFull = queuedBytes() >= lowMark;
    m_inFlight = 0;
    m_wire.clear();
    m_wireSent = 0;
    pump();
    if (wasFull && m_stage == Stage::Open && queuedBytes() < lowMark) m_events.drained();
}

void TlsSession::waveGoodbye() {
    m_stage = Stage::Farewell;
    boost::system::error_code ignored; // lost already: reading says so
    m_io->socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void TlsSession::close(LinkEnd end, std::string detail) {
    if (m_stage != Stage::Shaking && m_stage != Stage::Open) return;
    m_stage = Stage::Closing;
    m_end = end;
    m_detail = std::move(detail);
    m_queue.keepOnly(Priority::Control);
    expectWithin(m_limits.farewell, &TlsSession::farewellLate);
    pump();
}

void TlsSession::end(LinkEnd end, std::string detail) {
    if (m_stage == Stage::Ended) return;
    m_stage = Stage::Ended;
    m_loop.cancel(m_deadline);
    boost::system::error_code ignored;
    m_io->socket.close(ignored);
    m_loop.post([self = shared_from_this(), end, detail = std::move(detail)] {
        if (!self->m_isAbandoned) self->m_events.ended(end, detail);
    });
}

void TlsSession::abandon() {
    m_isAbandoned = true;
    end(LinkEnd::ByUs, {});
}

} // namespace ob::net
