// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/crypto/signing.h"
#include "core/journal/statement.h"

#include <string>
#include <vector>

namespace ob::store {
class SqliteJournal;
}

namespace ob::app {

/// A desk whose logs are in a journal.
struct KnownDesk {
    core::PublicKey key;
    core::AgencyIndex agency;
    std::string name;                     ///< as its newest log's certificate says
    std::vector<core::LogPosition> known; ///< up to where its logs are held, by log id; no empty log
};

/// In the order of their first logs. Throws core::StoreError.
std::vector<KnownDesk> desksIn(store::SqliteJournal& journal);

} // namespace ob::app
