// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/messages.h"

#include "core/ensure.h"
#include "core/journal/aside_event.h"
#include "net/hello.h"
#include "net/position_frame.h"

using namespace ob;

namespace {

/// What was understood is understood again, as the same, when it is written.
template<class Decode, class Encode>
void readAgain(core::ByteView payload, Decode decode, Encode encodeAgain) {
    if (auto const message = decode(payload)) OB_ENSURE(decode(encodeAgain(*message)) == message);
}
constexpr auto encoded = [](auto const& message) { return net::encode(message); };
template<class Decode>
void readAgain(core::ByteView payload, Decode decode) {
    readAgain(payload, decode, encoded);
}

void readBatch(core::ByteView payload) {
    auto const known = [](core::LogId) { return std::optional(core::AgencyIndex{1}); };
    auto const batch = net::decodeBatch(payload);
    OB_ENSURE(net::decodeBatch(payload, known).has_value() == batch.has_value());
    if (!batch) return;
    // What could not be read of it is a hash now, and stays one.
    auto const again = net::decodeBatch(net::encode(*batch));
    OB_ENSURE(again && *again == *batch);
}

void readPositions(core::ByteView payload) {
    auto const read = net::decodePositions(payload);
    if (!read) return;
    OB_ENSURE(!read->frame.fixes.empty() && read->frame.fixes.size() <= net::maxPositionFixes);
    auto const key = core::SecretKey::ofSeed(std::array<std::uint8_t, 32>{});
    auto const again = net::decodePositions(net::encodePositions(read->frame, key));
    OB_ENSURE(again && again->frame.fixes.size() == read->frame.fixes.size());
    OB_ENSURE(net::verifyPositions(*again, key.publicKey()));
}

} // namespace

/// The type of a frame and its payload, as LinkFsm and Replica read them.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size == 0) return 0;
    core::ByteView const payload(bytes + 1, size - 1);
    switch (static_cast<net::FrameType>(bytes[0])) {
    case net::FrameType::Hello: (void)net::decodeHello(payload); break;
    case net::FrameType::Refuse: readAgain(payload, net::decodeRefuse); break;
    case net::FrameType::Ping: readAgain(payload, net::decodePing); break;
    case net::FrameType::Pong: readAgain(payload, net::decodePong); break;
    case net::FrameType::Have: readAgain(payload, net::decodeHave, net::encodeHave); break;
    case net::FrameType::Want: readAgain(payload, net::decodeWant); break;
    case net::FrameType::Unwant: readAgain(payload, net::decodeUnwant, net::encodeUnwant); break;
    case net::FrameType::Batch: readBatch(payload); break;
    case net::FrameType::Credit: readAgain(payload, net::decodeCredit, net::encodeCredit); break;
    case net::FrameType::WantStreams:
        readAgain(payload, net::decodeWantStreams, net::encodeWantStreams);
        break;
    case net::FrameType::WantBodies: readAgain(payload, net::decodeWantBodies); break;
    case net::FrameType::Upgrade: readAgain(payload, net::decodeUpgrade); break;
    case net::FrameType::ForkQuestion: readAgain(payload, net::decodeForkQuestion); break;
    case net::FrameType::Statement: readAgain(payload, net::decodeStatement); break;
    case net::FrameType::Positions: readPositions(payload); break;
    case net::FrameType::PositionsTaken:
        readAgain(payload, net::decodePositionsTaken, net::encodePositionsTaken);
        break;
    case net::FrameType::SetAside: readAgain(payload, core::decodeAside, core::encodeAside); break;
    case net::FrameType::BodiesGiven: readAgain(payload, net::decodeBodiesGiven); break;
    case net::FrameType::ForkProof: // fork_proof_fuzz
    case net::FrameType::BlobWant:  // blob_frame_fuzz
    case net::FrameType::BlobChunk:
    case net::FrameType::BlobNone:
    case net::FrameType::BlobHave: break;
    }
    return 0;
}
