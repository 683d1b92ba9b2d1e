// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/listener.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace ob::net {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr int backlog = 128;
/// After an error of accept: out of descriptors, mostly, which trying at once does not cure.
constexpr auto pause = core::Duration::ofMilliseconds(100);

Endpoint endpointOf(tcp::endpoint const& at) {
    auto address = at.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return {.host = address.to_string(), .port = at.port()};
}

} // namespace

struct Listener::Impl : std::enable_shared_from_this<Impl> {
    EventLoop& loop;
    Accepted accepted;
    tcp::acceptor acceptor{loop.context()};
    TimerId timer{};

    Impl(EventLoop& usedLoop, Accepted call) : loop(usedLoop), accepted(std::move(call)) {}

    error_code open(tcp::endpoint const& at) {
        error_code error;
        acceptor.open(at.protocol(), error);
        if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor.bind(at, error);
        if (!error) acceptor.listen(backlog, error);
        return error;
    }

    void acceptMore() {
        acceptor.async_accept([self = shared_from_this()](error_code const& error, tcp::socket socket) {
            if (!self->acceptor.is_open()) return;
            if (error) {
                self->timer = self->loop.after(pause, [self] { self->acceptMore(); });
                return;
            }
            self->handOn(std::move(socket));
            if (self->acceptor.is_open()) self->acceptMore();
        });
    }

    void handOn(tcp::socket socket) const {
        error_code error;
        auto const remote = socket.remote_endpoint(error);
        if (error) return; // gone again
        int const descriptor = socket.release(error);
        if (!error) accepted(OpenSocket(descriptor, endpointOf(remote)));
    }
};

tl::expected<std::unique_ptr<Listener>, std::string> Listener::open(EventLoop& loop, Endpoint const& at,
                                                                    Accepted accepted) {
    error_code error;
    auto const address = asio::ip::make_address(at.host == "localhost" ? "127.0.0.1" : at.host, error);
    if (error) return tl::unexpected("cannot listen on " + at.text() + ": the host must be an address");
    auto impl = std::make_shared<Impl>(loop, std::move(accepted));
    error = impl->open(tcp::endpoint(address, at.port));
    if (error) return tl::unexpected("cannot listen on " + at.text() + ": " + error.message());
    auto const local = impl->acceptor.local_endpoint(error);
    if (error) return tl::unexpected("cannot listen on " + at.text() + ": " + error.message());
    impl->acceptMore();
    return std::unique_ptr<Listener>(new Listener(std::move(impl), {.host = at.host, .port = local.port()}));
}

Listener::~Listener() {
    error_code ignored;
    m_impl->acceptor.close(ignored);
    m_impl->loop.cancel(m_impl->timer);
}

} // namespace ob::net
