// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/frame_trace.h"

#include "net/blob_frame.h"
#include "net/hello.h"

namespace ob::app {
namespace {

std::string shortOf(core::LogId log) { return log.hex().substr(0, 8); }

std::string helloText(core::ByteView payload) {
    auto const hello = net::decodeHello(payload);
    if (!hello) return "?";
    return "realm " + core::toHex(hello->hello.realm).substr(0, 8) + " protocol "
           + std::to_string(hello->hello.minVersion) + "-" + std::to_string(hello->hello.maxVersion) + " "
           + hello->hello.program;
}

std::string haveText(core::ByteView payload) {
    auto const entries = net::decodeHave(payload);
    if (!entries) return "?";
    std::string text;
    for (auto const& entry : *entries)
        text += (text.empty() ? "" : ", ") + shortOf(entry.log) + " " + std::to_string(entry.size);
    return text;
}

std::string batchText(core::ByteView payload) {
    auto const batch = net::decodeBatch(payload);
    if (!batch) return "?";
    std::size_t stubs = 0;
    for (auto const& event : batch->events)
        stubs += event.isStub() ? 1 : 0;
    return shortOf(batch->log) + " from " + std::to_string(batch->first) + ", "
           + std::to_string(batch->events.size()) + " events (" + std::to_string(stubs) + " hashes)"
           + (batch->head ? ", head" : "");
}

std::string upgradeText(core::ByteView payload) {
    auto const upgrade = net::decodeUpgrade(payload);
    return upgrade ? shortOf(upgrade->log) + " " + std::to_string(upgrade->events.size()) + " events" : "?";
}

std::string wantText(core::ByteView payload) {
    auto const want = net::decodeWant(payload);
    return want ? shortOf(want->log) + " from " + std::to_string(want->from) : "?";
}

std::string refuseText(core::ByteView payload) {
    auto const refuse = net::decodeRefuse(payload);
    return refuse ? refuse->detail : "?";
}

std::string shortOf(core::Hash const& hash) { return core::toHex(hash).substr(0, 8); }

std::string blobWantText(core::ByteView payload) {
    auto const want = net::decodeBlobWant(payload);
    return want ? shortOf(want->hash) + " from " + std::to_string(want->from) : "?";
}

std::string blobChunkText(core::ByteView payload) {
    auto const chunk = net::decodeBlobChunk(payload);
    return chunk ? shortOf(chunk->hash) + " from " + std::to_string(chunk->from) + " of "
                       + std::to_string(chunk->total)
                 : "?";
}

std::string blobNoneText(core::ByteView payload) {
    auto const hash = net::decodeBlobNone(payload);
    return hash ? shortOf(*hash) : "?";
}

std::string said(net::FrameType type, core::ByteView payload) {
    switch (type) {
    case net::FrameType::Hello: return "hello " + helloText(payload);
    case net::FrameType::Refuse: return "refuse " + refuseText(payload);
    case net::FrameType::Ping: return "ping";
    case net::FrameType::Pong: return "pong";
    case net::FrameType::Have: return "have " + haveText(payload);
    case net::FrameType::Want: return "want " + wantText(payload);
    case net::FrameType::Unwant: return "unwant";
    case net::FrameType::Batch: return "batch " + batchText(payload);
    case net::FrameType::Credit: return "credit";
    case net::FrameType::WantStreams: return "want streams";
    case net::FrameType::WantBodies: return "want bodies";
    case net::FrameType::Upgrade: return "upgrade " + upgradeText(payload);
    case net::FrameType::ForkQuestion: return "fork question";
    case net::FrameType::ForkProof: return "fork proof";
    case net::FrameType::Statement: return "statement";
    case net::FrameType::Positions: return "positions";
    case net::FrameType::PositionsTaken: return "positions taken";
    case net::FrameType::BlobWant: return "blob want " + blobWantText(payload);
    case net::FrameType::BlobChunk: return "blob chunk " + blobChunkText(payload);
    case net::FrameType::BlobNone: return "blob none " + blobNoneText(payload);
    case net::FrameType::BlobHave: return "blob have";
    case net::FrameType::SetAside: return "set aside";
    case net::FrameType::BodiesGiven: return "bodies given";
    }
    return "type " + std::to_string(static_cast<int>(type));
}

} // namespace

std::string traceLine(net::LinkId link, bool isOutgoing, net::FrameType type, core::ByteView payload) {
    return std::to_string(link) + (isOutgoing ? " > " : " < ") + said(type, payload) + " ["
           + std::to_string(payload.size()) + "]";
}

} // namespace ob::app
