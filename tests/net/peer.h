// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/tls_key_hash.h"
#include "net/hub.h"

#include <map>
#include <vector>

namespace ob::net::tests {

/// Runs the loop until it is so; false when a minute was not enough.
template<class Condition>
bool runUntil(EventLoop& loop, Condition isSo, core::Duration limit = core::Duration::ofSeconds(60)) {
    bool is = false;
    TimerId const late = loop.after(limit, [&] { loop.stop(); });
    loop.whenIdle([&] {
        is = isSo();
        if (is) loop.stop();
        return false;
    });
    loop.post([] {}); // it may be so already
    loop.run();
    loop.cancel(late);
    loop.whenIdle({});
    return is;
}

inline core::SecretKey keyOf(std::uint8_t seed) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(seed);
    return core::SecretKey::ofSeed(bytes);
}

/// A hub and everything it said.
struct Peer {
    struct Link {
        std::optional<LinkOpened> opening;
        std::vector<Frame> frames;
        int drained = 0;
        std::optional<LinkEnd> end;
        std::string detail;
    };

    core::SecretKey key;
    std::map<LinkId, Link> links;
    std::vector<std::string> dialFailures;
    int calls = 0;
    bool isDown = false;
    std::function<void(LinkId)> whenDrained = [](LinkId) {};
    std::function<void(LinkId, Frame const&)> whenFrame = [](LinkId, Frame const&) {};
    std::unique_ptr<Hub> hub;

    Peer(EventLoop& loop, std::uint8_t seed, Hub::Limits const& limits = {}) : key(keyOf(seed)) {
        hub = std::make_unique<Hub>(
            loop, key,
            Hub::Callbacks{.opened =
                               [this](LinkId id, LinkOpened const& opening) {
                                   ++calls;
                                   links[id].opening = opening;
                               },
                           .frame =
                               [this](LinkId id, Frame const& frame) {
                                   ++calls;
                                   links.at(id).frames.push_back(frame);
                                   whenFrame(id, frame);
                               },
                           .closed =
                               [this](LinkId id, LinkEnd end, std::string const& detail) {
                                   ++calls;
                                   links[id].end = end;
                                   links[id].detail = detail;
                               },
                           .drained =
                               [this](LinkId id) {
                                   ++calls;
                                   ++links.at(id).drained;
                                   whenDrained(id);
                               },
                           .dialFailed =
                               [this](Endpoint const&, std::string const& reason) {
                                   ++calls;
                                   dialFailures.push_back(reason);
                               }},
            limits);
    }
    Peer(Peer const&) = delete;
    Peer& operator=(Peer const&) = delete;

    Endpoint listen(std::string const& at = "127.0.0.1:0") const {
        return hub->listen(*Endpoint::of(at)).value();
    }
    void shutDown() {
        hub->shutDown([this] { isDown = true; });
    }
    core::Hash keyHash() const { return core::tlsKeyHash(key.publicKey()); }

    bool hasOpen() const { return openLink() != 0; }
    /// 0 when there is none.
    LinkId openLink() const {
        for (auto const& [id, link] : links)
            if (link.opening && !link.end) return id;
        return 0;
    }
    bool hasEnded() const { return !links.empty() && links.rbegin()->second.end.has_value(); }
    Link const& last() const { return links.rbegin()->second; }
};

/// Two hubs with an open link, dialled by the second.
struct Pair {
    EventLoop loop;
    Peer server;
    Peer client;
    Endpoint at;

    explicit Pair(Hub::Limits const& limits = {}) : server(loop, 1, limits), client(loop, 2, limits) {
        at = server.listen();
        client.hub->dial(at);
    }
    bool open() {
        return runUntil(loop, [this] { return server.hasOpen() && client.hasOpen(); });
    }
};

} // namespace ob::net::tests
