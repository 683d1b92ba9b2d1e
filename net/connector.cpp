// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/connector.h"

#include "net/name_lookup.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace ob::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

} // namespace

struct Connector::Impl : std::enable_shared_from_this<Impl> {
    EventLoop& loop;
    Endpoint to;
    core::Instant until;
    Connected connected;
    tcp::socket socket{loop.context()};
    std::unique_ptr<NameLookup> lookup;
    TimerId deadline{};
    std::vector<std::string> addresses;
    std::size_t tried = 0;
    std::string failure = "there was no answer in time";
    bool isOver = false;

    Impl(EventLoop& usedLoop, Endpoint endpoint, core::Duration within, Connected call)
        : loop(usedLoop), to(std::move(endpoint)), until(loop.steadyNow() + within),
          connected(std::move(call)) {}

    void start() {
        error_code error;
        asio::ip::make_address(to.host, error);
        if (!error) {
            addresses = {to.host};
            loop.post([self = shared_from_this()] { self->tryNext(); });
            return;
        }
        deadline = loop.after(until - loop.steadyNow(), [self = shared_from_this()] {
            self->finish(tl::unexpected(std::string("the name was not found in time")));
        });
        lookup = std::make_unique<NameLookup>(loop, to.host,
                                              [here = weak_from_this()](auto found, std::string const& why) {
                                                  auto const self = here.lock();
                                                  if (!self) return;
                                                  self->addresses = std::move(found);
                                                  if (!why.empty())
                                                      self->failure = "the name was not found: " + why;
                                                  self->tryNext();
                                              });
    }

    void tryNext() {
        if (isOver) return;
        loop.cancel(deadline);
        auto const left = until - loop.steadyNow();
        if (tried == addresses.size() || left.milliseconds() <= 0) return finish(tl::unexpected(failure));
        auto const rest = static_cast<std::int64_t>(addresses.size() - tried);
        error_code error;
        tcp::endpoint const at(asio::ip::make_address(addresses[tried++], error), to.port);
        if (error) return tryNext();
        socket = tcp::socket(loop.context()); // what is under way on the old one is cancelled
        auto const attempt = tried;
        deadline = loop.after(core::Duration::ofMilliseconds(left.milliseconds() / rest),
                              [self = shared_from_this(), attempt] { self->onLate(attempt); });
        socket.async_connect(at, [self = shared_from_this(), attempt](error_code const& result) {
            if (!self->isOver && attempt == self->tried) self->onResult(result);
        });
    }

    void onLate(std::size_t attempt) {
        if (isOver || attempt != tried) return;
        failure = "there was no answer in time";
        tryNext();
    }

    void onResult(error_code const& result) {
        if (result) {
            failure = result.message();
            return tryNext();
        }
        error_code error;
        int const descriptor = socket.release(error);
        if (error) return finish(tl::unexpected(error.message()));
        finish(OpenSocket(descriptor, to));
    }

    void finish(tl::expected<OpenSocket, std::string> result) {
        stop();
        auto const call = std::move(connected);
        call(std::move(result));
    }

    void stop() {
        isOver = true;
        loop.cancel(deadline);
        error_code ignored;
        socket.close(ignored);
    }
};

Connector::Connector(EventLoop& loop, Endpoint const& to, core::Duration within, Connected connected)
    : m_impl(std::make_shared<Impl>(loop, to, within, std::move(connected))) {
    m_impl->start();
}

Connector::~Connector() {
    m_impl->stop();
    m_impl->lookup.reset();
}

} // namespace ob::net
