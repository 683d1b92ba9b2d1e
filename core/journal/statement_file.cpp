// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/statement_file.h"

#include "core/journal/bundle_fields.h"

namespace ob::core {

// Permanent field numbers; 1 keeps the form apart from the other documents, which are arrays.
template<class Archive>
void describe(Archive& a, StatementFile& f) {
    a.required(1, f.kind);
    a.required(2, f.statement);
    a.required(3, f.delegation);
}

Bytes encodeStatementFile(StatementFile const& file) {
    Bytes encoded = encodeFields(file);
    OB_ENSURE(encoded.size() <= maxStatementFileBytes);
    return encoded;
}

std::optional<StatementFile> decodeStatementFile(ByteView encoded) {
    if (encoded.size() > maxStatementFileBytes) return std::nullopt;
    return decodeFields<StatementFile>(encoded);
}

} // namespace ob::core
