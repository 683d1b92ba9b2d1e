// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/name_lookup.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <netdb.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace ob::net {
namespace {

namespace asio = boost::asio;
using Stream = asio::local::stream_protocol;

/// An address a line; or a line that begins with '!' and says why there is none.
std::string answerFor(std::string const& host) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    int const failure = ::getaddrinfo(host.c_str(), nullptr, &hints, &list);
    if (failure != 0) return '!' + std::string(::gai_strerror(failure));
    std::string answer;
    std::size_t count = 0;
    for (auto const* at = list; at && count < NameLookup::maxAddresses; at = at->ai_next) {
        char text[NI_MAXHOST];
        if (::getnameinfo(at->ai_addr, at->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) != 0)
            continue;
        answer.append(text).push_back('\n');
        ++count;
    }
    ::freeaddrinfo(list);
    return answer;
}

void answerOn(int descriptor, std::string const& host) {
    std::string const answer = answerFor(host);
    // Short enough for the buffer of the pair; who asked may have gone.
    [[maybe_unused]] auto const sent = ::send(descriptor, answer.data(), answer.size(), MSG_NOSIGNAL);
    ::close(descriptor);
}

} // namespace

struct NameLookup::Impl : std::enable_shared_from_this<Impl> {
    Stream::socket socket;
    Found found;
    std::string answer;
    std::array<char, 1024> piece{};

    Impl(EventLoop& loop, Found call) : socket(loop.context()), found(std::move(call)) {}

    std::string start(std::string const& host) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return std::generic_category().message(errno);
        socket.assign(Stream(), ends[0]);
        try {
            std::thread([descriptor = ends[1], host] { answerOn(descriptor, host); }).detach();
        } catch (std::system_error const& error) {
            ::close(ends[1]);
            return error.what();
        }
        readMore();
        return {};
    }

    void readMore() {
        socket.async_read_some(asio::buffer(piece),
                               [self = shared_from_this()](auto const& error, std::size_t length) {
                                   if (!self->socket.is_open()) return;
                                   self->answer.append(self->piece.data(), length);
                                   if (error)
                                       self->finish();
                                   else
                                       self->readMore();
                               });
    }

    void finish() {
        if (answer.starts_with('!')) return found({}, answer.substr(1));
        std::vector<std::string> addresses;
        for (std::size_t at = 0, end = 0; (end = answer.find('\n', at)) != std::string::npos; at = end + 1)
            addresses.push_back(answer.substr(at, end - at));
        std::string const failure = addresses.empty() ? "the name has no address" : "";
        found(std::move(addresses), failure);
    }
};

NameLookup::NameLookup(EventLoop& loop, std::string const& host, Found found)
    : m_impl(std::make_shared<Impl>(loop, std::move(found))) {
    auto const failure = m_impl->start(host);
    if (failure.empty()) return;
    loop.post([impl = std::weak_ptr(m_impl), failure] {
        if (auto const there = impl.lock()) there->found({}, failure);
    });
}

NameLookup::~NameLookup() {
    boost::system::error_code ignored;
    m_impl->socket.close(ignored);
}

} // namespace ob::net
