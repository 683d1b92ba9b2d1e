// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/importer.h"

#include <memory>

namespace ob::store {

/// Runs of one file, sorted on disk in a file of its own without a name that goes with this. Throws
/// core::StoreError when there is no room for it.
class SqliteSpans final : public core::SpanPort {
  public:
    SqliteSpans();
    ~SqliteSpans() override;

    void add(Span const& span) override;
    void visit(std::function<void(Span const&)> const& visit) override;
    std::uint64_t timesSeen(std::uint64_t key) override;

  private:
    struct Rows;
    std::unique_ptr<Rows> m_rows;
};

} // namespace ob::store
