// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/csv_file.h"

#include "app/caller.h"
#include "app/files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace ob::app {

void CsvFile::Close::operator()(std::FILE* file) const { std::fclose(file); }

CsvFile::CsvFile(std::string file) : m_name(std::move(file)), m_buffer(256 * 1024) {
    if (m_name == "-") return;
    auto const path = caller().fileNamed(m_name);
    m_file.reset(std::fopen(path.c_str(), "rb"));
    if (!m_file) throw FileError(m_name + " cannot be read: " + std::strerror(errno));
    std::error_code unknown;
    auto const size = std::filesystem::file_size(path, unknown);
    m_size = unknown ? 0 : size;
}

std::string_view CsvFile::next() {
    if (!m_file) return {m_buffer.data(), caller().read(m_buffer)};
    std::size_t const count = std::fread(m_buffer.data(), 1, m_buffer.size(), m_file.get());
    if (count == 0 && std::ferror(m_file.get()))
        throw FileError(m_name + " cannot be read to its end: " + std::strerror(errno)
                        + ". What was read is kept; give it again when it can be read");
    return {m_buffer.data(), count};
}

core::CsvReader rowsOf(core::Mapping const& mapping, core::CsvReader::Source source) {
    auto rows = core::CsvReader::open(std::move(source),
                                      {.delimiter = mapping.delimiter, .encoding = mapping.encoding});
    if (!rows) throw FileError("the mapping names an encoding that is not known here: " + mapping.encoding);
    return *std::move(rows);
}

} // namespace ob::app
