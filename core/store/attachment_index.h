// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/encoded.h"
#include "core/store/connection.h"

#include <functional>
#include <vector>

namespace ob::store {

/// Which sections name which attachments. Made from the sections, so it can be made again.
class AttachmentWriter {
  public:
    explicit AttachmentWriter(Connection& connection);

    void note(std::int64_t sectionRow, core::EncodedSection const& section);
    void drop(std::int64_t sectionRow);

  private:
    Statement m_insert, m_delete;
};

/// Once for a file in which sections were stored by a version that knew no attachments.
void indexAttachments(Connection& connection);

class AttachmentReader {
  public:
    explicit AttachmentReader(Connection& connection);

    /// Rows of the sections that name it, in order of arrival.
    std::vector<std::int64_t> naming(core::Hash const& hash);
    void visit(std::function<void(core::Hash const&, std::uint64_t bytes)> const& visit);

  private:
    Statement m_naming, m_all;
};

} // namespace ob::store
