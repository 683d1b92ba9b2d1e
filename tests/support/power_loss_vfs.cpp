// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/power_loss_vfs.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <sqlite3.h>

namespace ob::tests {
namespace {

constexpr std::int64_t sectorBytes = 512;

void perform(std::string& content, PowerLossDisk::Write const& write) {
    auto const offset = static_cast<std::size_t>(write.offset);
    if (write.isTruncation) {
        content.resize(offset);
        return;
    }
    if (content.size() < offset + write.bytes.size()) content.resize(offset + write.bytes.size());
    std::ranges::copy(write.bytes, content.begin() + write.offset);
}

} // namespace

/// What SQLite calls: C functions over the disk behind the VFS and the file behind the handle.
struct PowerLossCalls {
    struct Handle {
        sqlite3_file base;
        PowerLossDisk* disk;
        std::shared_ptr<PowerLossDisk::File>* file;
    };
    static Handle& handle(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
    static PowerLossDisk::File& content(sqlite3_file* file) { return **handle(file).file; }
    static PowerLossDisk& disk(sqlite3_file* file) { return *handle(file).disk; }

    static int close(sqlite3_file* file) {
        delete handle(file).file;
        return SQLITE_OK;
    }
    static int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
        std::string const& held = content(file).current;
        if (disk(file).m_isOff) return SQLITE_IOERR_READ;
        auto const begin = std::min(static_cast<std::size_t>(offset), held.size());
        auto const wanted = static_cast<std::size_t>(count);
        auto const given = std::min(wanted, held.size() - begin);
        std::memcpy(bytes, held.data() + begin, given);
        std::memset(static_cast<char*>(bytes) + given, 0, wanted - given);
        return given == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int change(sqlite3_file* file, PowerLossDisk::Write write, int failure) {
        if (disk(file).m_isOff) return failure;
        perform(content(file).current, write);
        content(file).unsynced.push_back(std::move(write));
        // The write at which the power goes may itself have reached the disk in part.
        return disk(file).tick() ? failure : SQLITE_OK;
    }
    static int write(sqlite3_file* file, void const* bytes, int count, sqlite3_int64 offset) {
        if (!disk(file).hasRoomFor(content(file), offset + count)) return SQLITE_FULL;
        return change(file,
                      {.offset = offset,
                       .bytes = std::string(static_cast<char const*>(bytes), static_cast<std::size_t>(count)),
                       .isTruncation = false},
                      SQLITE_IOERR_WRITE);
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        return change(file, {.offset = size, .bytes = {}, .isTruncation = true}, SQLITE_IOERR_TRUNCATE);
    }
    static int sync(sqlite3_file* file, int) {
        if (disk(file).tick() || disk(file).m_syncFails) return SQLITE_IOERR_FSYNC;
        content(file).durable = content(file).current;
        content(file).unsynced.clear();
        return SQLITE_OK;
    }
    static int size(sqlite3_file* file, sqlite3_int64* size) {
        *size = static_cast<sqlite3_int64>(content(file).current.size());
        return SQLITE_OK;
    }
    static int lock(sqlite3_file*, int) { return SQLITE_OK; }
    static int checkReserved(sqlite3_file*, int* result) {
        *result = 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    // As the platform's own VFS says, so that SQLite writes in the same way.
    static int sectorSize(sqlite3_file*) { return 4096; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
        auto& regions = content(file).sharedMemory;
        auto const wanted = static_cast<std::size_t>(region);
        *memory = nullptr;
        while (extend != 0 && regions.size() <= wanted)
            regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
        if (wanted < regions.size()) *memory = regions[wanted].get();
        return SQLITE_OK;
    }
    static int lockShared(sqlite3_file*, int, int, int) { return SQLITE_OK; }
    static void barrier(sqlite3_file*) {}
    static int unmapShared(sqlite3_file* file, int isDeleted) {
        if (isDeleted != 0) content(file).sharedMemory.clear();
        return SQLITE_OK;
    }

    static PowerLossDisk& disk(sqlite3_vfs* vfs) { return *static_cast<PowerLossDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* given) {
        static sqlite3_io_methods const methods{
            2,           close,         read,    write,      truncate,        sync,      size,       lock,
            lock,        checkReserved, control, sectorSize, characteristics, mapShared, lockShared, barrier,
            unmapShared, nullptr,       nullptr};
        PowerLossDisk& here = disk(vfs);
        file->pMethods = nullptr;
        std::string const key =
            name != nullptr ? name : "temporary-" + std::to_string(++here.m_temporaryFiles);
        auto& found = here.m_files[key];
        if (found == nullptr) {
            if (here.m_isOff || ((flags & SQLITE_OPEN_CREATE) == 0 && name != nullptr)) {
                here.m_files.erase(key);
                return SQLITE_CANTOPEN;
            }
            found = std::make_shared<PowerLossDisk::File>();
        }
        handle(file).disk = &here;
        handle(file).file = new std::shared_ptr<PowerLossDisk::File>(found);
        file->pMethods = &methods;
        if (given != nullptr) *given = flags;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, char const* name, int) {
        if (disk(vfs).tick()) return SQLITE_IOERR_DELETE;
        disk(vfs).m_files.erase(name);
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs* vfs, char const* name, int, int* result) {
        *result = disk(vfs).m_files.contains(name) ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPath(sqlite3_vfs*, char const* name, int size, char* path) {
        sqlite3_snprintf(size, path, "%s", name);
        return SQLITE_OK;
    }
};

PowerLossDisk::PowerLossDisk(std::string name)
    : m_name(std::move(name)), m_vfs(std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr))) {
    m_vfs->zName = m_name.c_str();
    m_vfs->pNext = nullptr;
    m_vfs->pAppData = this;
    m_vfs->szOsFile = sizeof(PowerLossCalls::Handle);
    m_vfs->xOpen = PowerLossCalls::open;
    m_vfs->xDelete = PowerLossCalls::remove;
    m_vfs->xAccess = PowerLossCalls::access;
    m_vfs->xFullPathname = PowerLossCalls::fullPath;
    if (sqlite3_vfs_register(m_vfs.get(), 0) != SQLITE_OK) throw std::bad_alloc();
}

PowerLossDisk::~PowerLossDisk() { sqlite3_vfs_unregister(m_vfs.get()); }

bool PowerLossDisk::tick() {
    if (!m_isOff && --m_operationsLeft <= 0) m_isOff = true;
    return m_isOff;
}

bool PowerLossDisk::hasRoomFor(File const& file, std::int64_t end) const {
    if (static_cast<std::uint64_t>(end) <= file.current.size()) return true;
    std::uint64_t used = static_cast<std::uint64_t>(end) - file.current.size();
    for (auto const& [key, one] : m_files)
        used += one->current.size();
    return used <= m_capacity;
}

std::string PowerLossDisk::survivors(File const& file) {
    std::string content = file.durable;
    // Nothing, whole writes or single sectors: each is common enough to be tried often.
    auto const mode = random(3);
    for (Write const& write : file.unsynced) {
        if (mode == 0) continue;
        if (mode == 1 || write.isTruncation) {
            if (random(2) == 0) perform(content, write);
            continue;
        }
        auto const end = write.offset + static_cast<std::int64_t>(write.bytes.size());
        for (std::int64_t begin = write.offset; begin < end;) {
            std::int64_t const next = std::min(end, (begin / sectorBytes + 1) * sectorBytes);
            auto const from = static_cast<std::size_t>(begin - write.offset);
            auto const count = static_cast<std::size_t>(next - begin);
            if (random(2) == 0)
                perform(content,
                        {.offset = begin, .bytes = write.bytes.substr(from, count), .isTruncation = false});
            begin = next;
        }
    }
    return content;
}

void PowerLossDisk::restart() {
    Files left;
    for (auto const& [key, file] : m_files)
        left.emplace(key, survivors(*file));
    setFiles(left);
}

PowerLossDisk::Files PowerLossDisk::files() const {
    Files contents;
    for (auto const& [key, file] : m_files)
        contents.emplace(key, file->current);
    return contents;
}

void PowerLossDisk::setFiles(Files const& files) {
    m_files.clear();
    for (auto const& [key, content] : files) {
        auto file = std::make_shared<File>();
        file->current = file->durable = content;
        m_files.emplace(key, std::move(file));
    }
    turnOn();
}

void PowerLossDisk::turnOn() {
    m_isOff = false;
    m_operationsLeft = std::numeric_limits<std::int64_t>::max();
}

} // namespace ob::tests
