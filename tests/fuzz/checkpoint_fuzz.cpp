// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/journal/checkpoint.h"

using namespace ob::core;

/// Whatever is accepted as a note, a checkpoint or a head is what would be written for it.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(bytes), size);
    if (auto const key = NoteKey::ofVerifierKey(input)) OB_ENSURE(key->verifierKey() == input);
    if (auto const checkpoint = parseCheckpoint(input)) OB_ENSURE(checkpoint->text() == input);
    auto const note = parseNote(input);
    if (!note) return 0;
    OB_ENSURE(note->encode() == input);
    auto const head = parseHead(input);
    if (!head) return 0;
    OB_ENSURE(head->head.checkpoint().text() == note->text);
    // A key that signed nothing here: the zero point is refused by the signature check itself.
    OB_ENSURE(!verifyHead(*head, PublicKey()));
    return 0;
}
