// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_host.h"
#include "core/import/importer.h"

#include <filesystem>

namespace ob::app {

/// Imports files into one desk.
class FileImport {
  public:
    /// `mapping` must outlive this.
    FileImport(DeskHost& host, core::Mapping const& mapping, core::OperatorSession session);

    /// `-` is standard input. Throws FileError when the file cannot be read, core::StoreError.
    core::ImportReport run(std::string const& file, core::Importer::Listener listener);
    /// Fewer rows a commit: others who work at the same desk wait less.
    static constexpr std::size_t rowsBesideOthers = 128;
    bool hasStorageFailed() { return m_host.desk().isReadOnly(); }
    /// Bytes of the file that is being read, and how many it has (0 = not known): for progress.
    std::uint64_t bytesRead() const { return m_bytesRead; }
    std::uint64_t bytesTotal() const { return m_bytesTotal; }

  private:
    DeskHost& m_host;
    core::Mapping const& m_mapping;
    core::OperatorSession m_session;
    CivilZone m_civil;
    std::uint64_t m_bytesRead = 0;
    std::uint64_t m_bytesTotal = 0;
};

/// Taken as it is: nothing refused, stopped or missing.
bool isSound(core::ImportReport const& report);

} // namespace ob::app
