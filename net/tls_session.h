// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/event_loop.h"
#include "net/link.h"
#include "net/open_socket.h"
#include "net/send_queue.h"
#include "net/tls_engine.h"

namespace ob::net {

struct SessionLimits {
    core::Duration handshake = core::Duration::ofSeconds(10);
    core::Duration stalled = core::Duration::ofSeconds(15); ///< nothing was taken of what we write
    core::Duration farewell = core::Duration::ofSeconds(1); ///< flushing and waiting for the peer to close
    std::size_t queueBytes = 8 * 1024 * 1024;
};

/// One connected socket from the handshake to its end. Frames out by priority, frames in as they come. Lives
/// as long as it has work under way. Never calls its events from within a call of its own functions.
class TlsSession : public std::enable_shared_from_this<TlsSession> {
  public:
    /// When less than this waits, the sender is told that there is room.
    static constexpr std::size_t lowMark = 64 * 1024;

    struct Events {
        std::function<void(LinkOpened const&)> opened;
        std::function<void(Frame const&)> frame;
        std::function<void()> drained;
        std::function<void(LinkEnd, std::string const&)> ended; ///< once, the last; not after `abandon`
    };

    static std::shared_ptr<TlsSession> start(EventLoop& loop, TlsContext const& context, TlsEngine::Side side,
                                             OpenSocket socket, SessionLimits const& limits, Events events);
    ~TlsSession();

    void send(Frame frame, Priority priority);
    /// Frames of `Control` are still sent, then goodbye; all of it in `SessionLimits::farewell`.
    void close(LinkEnd end, std::string detail);
    /// At once.
    void end(LinkEnd end, std::string detail);
    /// At once and without a word to anybody.
    void abandon();

    bool isOpen() const { return m_stage == Stage::Open; }
    std::size_t queuedBytes() const { return m_queue.bytes() + m_inFlight; }
    std::uint64_t bytesIn() const { return m_bytesIn; }
    std::uint64_t bytesOut() const { return m_bytesOut; }

  private:
    enum class Stage : std::uint8_t { Shaking, Open, Closing, Farewell, Ended };
    struct Io;

    TlsSession(EventLoop& loop, TlsContext const& context, TlsEngine::Side side, Endpoint remote,
               SessionLimits const& limits, Events events);
    void expectWithin(core::Duration wait, void (TlsSession::*late)());
    void handshakeLate();
    void writeLate();
    void farewellLate();
    void readMore();
    void onReadEnd(std::string const& reason);
    void process(std::size_t length);
    void openUp();
    void readFrames();
    void pump();
    void writeMore();
    void onWritten();
    void waveGoodbye();

    EventLoop& m_loop;
    TlsEngine m_engine;
    TlsEngine::Side m_side;
    SessionLimits m_limits;
    Events m_events;
    Endpoint m_remote;
    std::unique_ptr<Io> m_io;
    Stage m_stage = Stage::Shaking;
    bool m_isAbandoned = false;
    bool m_isWriting = false;
    bool m_isWriteBroken = false;
    TimerId m_deadline{};
    LinkEnd m_end = LinkEnd::ByUs;
    std::string m_detail;
    FrameReader m_reader;
    SendQueue m_queue;
    std::size_t m_inFlight = 0; // bytes of frames in m_wire
    core::Bytes m_wire;         // on its way to the network
    std::size_t m_wireSent = 0;
    std::uint64_t m_bytesIn = 0;
    std::uint64_t m_bytesOut = 0;
};

} // namespace ob::net
