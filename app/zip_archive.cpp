// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/zip_archive.h"

#include "app/files.h"
#include "core/journal/bundle_fields.h"
#include "core/journal/cbor_reader.h"

#include <algorithm>
#include <memory>
#include <string>
#include <zip.h>

namespace ob::app {
namespace {

using core::FindingReason;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
struct Free {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Entry = std::unique_ptr<zip_file_t, Close>;
using Source = std::unique_ptr<zip_source_t, Free>;

[[noreturn]] void failWriting(std::string const& why) { throw FileError("cannot pack the bundle: " + why); }

core::Bytes readAll(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        failWriting(zip_error_strerror(zip_source_error(source)));
    core::Bytes bytes(stat.size);
    auto const count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (count < 0 || static_cast<std::size_t>(count) != bytes.size())
        failWriting("the archive cannot be read back");
    return bytes;
}

bool isBundleName(std::string_view name) {
    namespace names = core::bundle_name;
    for (auto const known : {names::manifest, names::page, names::realm, names::certificate, names::logs,
                             names::witnesses, names::statements})
        if (name == known) return true;
    constexpr std::string_view end = ".cbor";
    if (!name.starts_with(names::eventsFolder) || !name.ends_with(end)) return false;
    auto const digits =
        name.substr(names::eventsFolder.size(), name.size() - names::eventsFolder.size() - end.size());
    return digits.size() == 6 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

/// A name that may be shown.
std::string printable(std::string_view name) {
    std::string shown;
    for (char const c : name.substr(0, 100))
        shown += c >= ' ' && c < 0x7f ? c : '?';
    return shown;
}

class Reader {
  public:
    explicit Reader(std::filesystem::path const& file) : m_file(file) {
        int error = 0;
        m_archive.reset(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
        if (!m_archive) {
            zip_error_t words;
            zip_error_init_with_code(&words, error);
            std::string const why = zip_error_strerror(&words);
            zip_error_fini(&words);
            refuse("is not a whole ZIP archive (" + why + ")");
        }
    }

    Unzipped read() {
        auto const entries = zip_get_num_entries(m_archive.get(), 0);
        if (entries > static_cast<zip_int64_t>(core::maxBundleParts + 64)) refuse("holds too many files");
        int commentLength = 0;
        if (zip_get_archive_comment(m_archive.get(), &commentLength, ZIP_FL_ENC_RAW) != nullptr
            && commentLength > 0)
            report(FindingReason::NotNamed, "(comment)");
        for (zip_int64_t at = 0; at < entries; ++at)
            take(static_cast<zip_uint64_t>(at));
        return std::move(m_read);
    }

  private:
    [[noreturn]] void refuse(std::string const& what) const {
        throw FileError(
            m_file.string() + ' ' + what
            + ": it is no evidence bundle, or was damaged on the way; get it again from whoever made it");
    }
    void report(FindingReason reason, std::string_view name) {
        m_read.findings.push_back(
            {.finding = {.log = {}, .index = 0, .part = core::FindingPart::Archive, .reason = reason},
             .file = printable(name)});
    }

    void take(zip_uint64_t at) {
        zip_stat_t stat;
        if (zip_stat_index(m_archive.get(), at, ZIP_FL_UNCHANGED, &stat) != 0)
            refuse("has a damaged list of files");
        char const* const raw = zip_get_name(m_archive.get(), at, ZIP_FL_ENC_RAW);
        std::string const name = raw ? raw : "";
        // Who packs a bundle anew with another program may get an entry for the folder.
        bool const isFolder =
            name == core::bundle_name::eventsFolder && (stat.valid & ZIP_STAT_SIZE) && stat.size == 0;
        if (isFolder) return;
        if (!isBundleName(name)) return report(FindingReason::NotNamed, name);
        if (m_read.files.contains(name)) return report(FindingReason::Repeated, name);
        bool const isCbor = name.ends_with(".cbor");
        constexpr auto needed = ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
        if ((stat.valid & needed) != needed || stat.encryption_method != ZIP_EM_NONE)
            return report(FindingReason::Malformed, name);
        if (stat.size > core::maxBundleBytes - m_bytes || (isCbor && stat.size > core::cborMaxSize))
            refuse("unpacks to more than a bundle may hold");
        m_bytes += stat.size;
        m_read.files.emplace(name, unpacked(at, name, stat.size));
    }

    core::Bytes unpacked(zip_uint64_t at, std::string const& name, std::uint64_t size) {
        core::Bytes bytes;
        Entry const entry(zip_fopen_index(m_archive.get(), at, ZIP_FL_UNCHANGED));
        if (!entry) {
            report(FindingReason::Malformed, name);
            return bytes;
        }
        std::array<std::uint8_t, 65'536> block;
        for (;;) {
            auto const count = zip_fread(entry.get(), block.data(), block.size());
            // Also at the end, when the checksum is not that of the content.
            if (count < 0) report(FindingReason::Malformed, name);
            if (count <= 0) break;
            bytes.insert(bytes.end(), block.begin(), block.begin() + count);
            if (bytes.size() > size) refuse("unpacks to more than it says");
        }
        if (bytes.size() < size) report(FindingReason::Malformed, name);
        return bytes;
    }

    std::filesystem::path const& m_file;
    Archive m_archive;
    Unzipped m_read;
    std::uint64_t m_bytes = 0;
};

} // namespace

core::Bytes zipped(core::BundleFiles const& files, core::Instant at) {
    zip_error_t error;
    zip_error_init(&error);
    Source const kept(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!kept) failWriting(zip_error_strerror(&error));
    zip_source_keep(kept.get()); // the archive takes one reference, we read the result through ours
    Archive archive(zip_open_from_source(kept.get(), ZIP_TRUNCATE, &error));
    if (!archive) failWriting(zip_error_strerror(&error));
    for (auto const& [name, bytes] : files) {
        zip_source_t* const source = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        auto const index = source ? zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(source);
            failWriting(zip_strerror(archive.get()));
        }
        zip_file_set_mtime(archive.get(), static_cast<zip_uint64_t>(index),
                           static_cast<time_t>(at.milliseconds() / 1000), 0);
    }
    if (zip_close(archive.get()) != 0) failWriting(zip_strerror(archive.get()));
    static_cast<void>(archive.release()); // closed
    return readAll(kept.get());
}

Unzipped unzipped(std::filesystem::path const& file) {
    std::error_code error;
    auto const status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) throw FileError("there is no file " + file.string());
    if (!std::filesystem::is_regular_file(status)) throw FileError(file.string() + " is not a file");
    if (std::filesystem::file_size(file) > core::maxBundleBytes)
        throw FileError(file.string() + " is larger than an evidence bundle may be");
    return Reader(file).read();
}

} // namespace ob::app
