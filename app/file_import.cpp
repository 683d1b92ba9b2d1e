// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/file_import.h"

#include "app/files.h"
#include "core/interop/csv_reader.h"
#include "core/store/sqlite_sources.h"
#include "core/store/sqlite_spans.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace ob::app {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

OpenFile opened(std::string const& file) {
    if (file == "-") return OpenFile(stdin);
    OpenFile open(std::fopen(file.c_str(), "rb"));
    if (!open) throw FileError(file + " cannot be read: " + std::strerror(errno));
    return open;
}

} // namespace

FileImport::FileImport(DeskHost& host, core::Mapping const& mapping, core::OperatorSession session)
    : m_host(host), m_mapping(mapping), m_session(std::move(session)),
      m_civil(mapping.timeZone == "realm" ? host.realm().zone : mapping.timeZone) {}

core::ImportReport FileImport::run(std::string const& file, core::Importer::Listener listener) {
    std::error_code unknown;
    auto const size = file == "-" ? 0 : std::filesystem::file_size(file, unknown);
    m_bytesTotal = unknown ? 0 : size;
    m_bytesRead = 0;
    auto const open = opened(file);
    std::vector<char> buffer(256 * 1024);
    auto const source = [&]() -> std::string_view {
        std::size_t const count = std::fread(buffer.data(), 1, buffer.size(), open.get());
        if (count == 0 && std::ferror(open.get()))
            throw FileError(file + " cannot be read to its end: " + std::strerror(errno)
                            + ". What was read is kept; import it again when it can be read");
        m_bytesRead += count;
        return {buffer.data(), count};
    };
    auto rows =
        core::CsvReader::open(source, {.delimiter = m_mapping.delimiter, .encoding = m_mapping.encoding});
    if (!rows) throw FileError("the mapping names an encoding that is not known here: " + m_mapping.encoding);
    store::SqliteSources memory(m_host.database());
    store::SqliteSpans spans;
    core::Importer importer(m_mapping,
                            {.desk = m_host.desk(),
                             .session = m_session,
                             .memory = memory,
                             .civil = m_civil,
                             .zone = m_host.zone(),
                             .clock = m_host.clock(),
                             .spans = spans,
                             .commit =
                                 [this] {
                                     m_host.commit();
                                     return !m_host.desk().isReadOnly();
                                 }},
                            std::move(listener));
    return importer.run(*rows);
}

bool isSound(core::ImportReport const& report) {
    return report.refusedRows == 0 && report.missingNeeded.empty() && report.failure.empty()
           && !report.cancelled;
}

} // namespace ob::app
