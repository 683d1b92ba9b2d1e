// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/control_server.h"

#include "net/control_socket.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>

#include <sys/stat.h>
#include <unistd.h>

namespace ob::net {
namespace {

namespace asio = boost::asio;
using Local = asio::local::stream_protocol;
using boost::system::error_code;

[[noreturn]] void fail(std::filesystem::path const& socket, int error) {
    throw ControlError("cannot make the control socket " + socket.string() + ": " + std::strerror(error));
}

/// Whoever asks has the folder for itself: a socket at which nobody answers is a dead process's.
Descriptor openSocket(SocketFolder const& folder, std::filesystem::path const& named) {
    if (!folder.isOpen()) fail(named, errno);
    std::string const path = folder.pathOf(ControlServer::socketName);
    struct stat status{};
    if (::lstat(path.c_str(), &status) == 0) {
        if (!S_ISSOCK(status.st_mode))
            throw ControlError(named.string() + " is no socket: move it away, that is where programs ask");
        // EAGAIN: somebody listens and is behind with answering.
        if (connectTo(path).isOpen() || errno == EAGAIN)
            throw ControlError("a desk is running already: it answers at " + named.string());
        ::unlink(path.c_str());
    }
    Descriptor listening = listenAt(path);
    if (!listening.isOpen()) fail(named, errno);
    return listening;
}

} // namespace

struct ControlServer::Impl : std::enable_shared_from_this<Impl> {
    struct Connection {
        explicit Connection(Local::socket stream) : socket(std::move(stream)) {
            error_code ignored;
            socket.non_blocking(true, ignored);
        }
        std::size_t waiting() const { return out.size() - sent; }
        /// False when nobody is there.
        bool writeSome() {
            error_code error;
            while (waiting() > 0 && !error)
                sent += socket.write_some(asio::buffer(out.data() + sent, waiting()), error);
            if (sent == out.size() || sent >= lowWater) {
                out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(sent));
                sent = 0;
            }
            return !error || error == asio::error::would_block;
        }

        Local::socket socket;
        FrameReader reader;
        std::array<std::uint8_t, 16 * 1024> arrived{};
        core::Bytes out;
        std::size_t sent = 0;   ///< of `out`
        bool isWaiting = false; ///< until the socket takes more
        bool isDropped = false; ///< still to be told
    };
    using Shared = std::shared_ptr<Connection>;

    Impl(EventLoop& owner, std::filesystem::path const& path, Callbacks calls)
        : loop(owner), folder(path), callbacks(std::move(calls)), acceptor(owner.context()) {
        acceptor.assign(Local(), openSocket(folder, path / socketName).release());
    }

    void accept() {
        acceptor.async_accept([self = shared_from_this()](error_code const& error, Local::socket socket) {
            if (self->isOver || error == asio::error::operation_aborted) return;
            if (!error && self->isRoom()) self->begin(std::move(socket));
            if (error) return self->acceptLater();
            self->accept();
        });
    }
    /// No descriptors are left, or so: it would fail again at once.
    void acceptLater() {
        loop.after(core::Duration::ofMilliseconds(200), [weak = weak_from_this()] {
            if (auto const self = weak.lock(); self && !self->isOver) self->accept();
        });
    }
    bool isRoom() const { return connections.size() + closing.size() < maxConnections; }
    void begin(Local::socket socket) {
        ConnectionId const id{++last};
        auto const connection = std::make_shared<Connection>(std::move(socket));
        connections.emplace(id, connection);
        read(id, connection);
    }
    void read(ConnectionId id, Shared const& connection) {
        connection->socket.async_read_some(
            asio::buffer(connection->arrived),
            [self = shared_from_this(), id, connection](error_code const& error, std::size_t length) {
                if (!self->isKnown(id, connection)) return;
                if (error) return self->end(id);
                connection->reader.push({connection->arrived.data(), length});
                while (auto const frame = connection->reader.next()) {
                    self->callbacks.received(id, *frame);
                    if (!self->isKnown(id, connection)) return;
                }
                if (connection->reader.fault() != FrameFault::None) return self->end(id);
                self->read(id, connection);
            });
    }
    /// As much as the socket takes now; the rest when it takes more. False when nobody is there.
    bool write(ConnectionId id, Shared const& connection) {
        if (!connection->writeSome()) return false;
        if (connection->waiting() == 0 || connection->isWaiting) return true;
        connection->isWaiting = true;
        connection->socket.async_wait(Local::socket::wait_write,
                                      [self = shared_from_this(), id, connection](error_code const& error) {
                                          connection->isWaiting = false;
                                          if (self->isOver) return;
                                          std::size_t const before = connection->waiting();
                                          bool const isThere = !error && self->write(id, connection);
                                          if (self->closing.contains(id)) {
                                              if (!isThere || connection->waiting() == 0)
                                                  self->endClosing(id);
                                          } else if (self->isKnown(id, connection)) {
                                              if (!isThere) return self->end(id);
                                              if (before >= lowWater && connection->waiting() < lowWater)
                                                  self->callbacks.drained(id);
                                          }
                                      });
        return true;
    }
    void endClosing(ConnectionId id) {
        auto const found = closing.find(id);
        shut(*found->second);
        closing.erase(found);
    }
    static void shut(Connection& connection) {
        error_code ignored;
        connection.socket.close(ignored);
    }
    bool isKnown(ConnectionId id, Shared const& connection) const {
        auto const found = connections.find(id);
        return !isOver && found != connections.end() && found->second == connection && !connection->isDropped;
    }
    void end(ConnectionId id) {
        auto const found = connections.find(id);
        if (found == connections.end()) return;
        shut(*found->second);
        connections.erase(found);
        callbacks.closed(id);
    }
    void drop(ConnectionId id) {
        auto const found = connections.find(id);
        if (found == connections.end() || found->second->isDropped) return;
        found->second->isDropped = true;
        loop.post([weak = weak_from_this(), id] {
            if (auto const self = weak.lock(); self && !self->isOver) self->end(id);
        });
    }
    void stop() {
        isOver = true;
        error_code ignored;
        acceptor.close(ignored);
        for (auto const* const each : {&connections, &closing})
            for (auto const& [id, connection] : *each) {
                connection->writeSome();
                shut(*connection);
            }
        ::unlink(folder.pathOf(socketName).c_str());
    }

    EventLoop& loop;
    SocketFolder folder;
    Callbacks callbacks;
    Local::acceptor acceptor;
    std::map<ConnectionId, Shared> connections;
    std::map<ConnectionId, Shared> closing; ///< nothing is told of these
    std::uint64_t last = 0;
    bool isOver = false;
};

ControlServer::ControlServer(EventLoop& loop, std::filesystem::path const& folder, Callbacks callbacks)
    : m_impl(std::make_shared<Impl>(loop, folder, std::move(callbacks))) {
    m_impl->accept();
}

ControlServer::~ControlServer() { m_impl->stop(); }

void ControlServer::send(ConnectionId id, Frame const& frame) {
    auto const found = m_impl->connections.find(id);
    if (found == m_impl->connections.end() || found->second->isDropped) return;
    if (queued(id) + sizeOf(frame) > maxQueuedBytes) return m_impl->drop(id);
    appendFrame(found->second->out, frame);
    if (!m_impl->write(id, found->second)) m_impl->drop(id);
}

void ControlServer::close(ConnectionId id) {
    auto const found = m_impl->connections.find(id);
    if (found == m_impl->connections.end()) return;
    auto const connection = found->second;
    m_impl->connections.erase(found);
    if (connection->waiting() == 0) return Impl::shut(*connection);
    m_impl->closing.emplace(id, connection);
}

void ControlServer::drop(ConnectionId id) { m_impl->drop(id); }

std::size_t ControlServer::queued(ConnectionId id) const {
    auto const found = m_impl->connections.find(id);
    if (found == m_impl->connections.end()) return 0;
    return found->second->waiting();
}

} // namespace ob::net
