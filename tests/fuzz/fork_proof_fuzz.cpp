// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/journal/fork_proof.h"
#include "core/journal/statement.h"

#include <algorithm>

using namespace ob::core;

namespace {

template<class Statement>
void tryStatement(ByteView input) {
    auto const made = decodeStatement<Statement>(input);
    if (made) OB_ENSURE(std::ranges::equal(encodeStatement(*made), input));
}

} // namespace

/// Evidence: fork proofs and signed statements about logs.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    ByteView const input(bytes, size);
    tryStatement<BodiesStatement>(input);
    tryStatement<Settlement>(input);
    tryStatement<Revocation>(input);
    auto const proof = decodeForkProof(input);
    if (!proof) return 0;
    auto const encoded = encodeForkProof(*proof);
    OB_ENSURE(encoded && std::ranges::equal(*encoded, input));
    OB_ENSURE(verifyForkProof(*proof, PublicKey()) != ForkFault::None);
    return 0;
}
