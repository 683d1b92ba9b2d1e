// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

/// Inputs longer than this are replayed whole only: every shorter beginning of them would take too long.
constexpr std::size_t maxCutInput = 4096;

Input read(std::filesystem::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    return Input(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
}

/// The input and all its beginnings, each in a block of exactly its size so that a sanitizer sees one byte
/// too many.
void replay(Input const& input) {
    for (std::size_t size = input.size() > maxCutInput ? input.size() : 0; size <= input.size(); ++size) {
        Input const beginning(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(size));
        LLVMFuzzerTestOneInput(beginning.data(), beginning.size());
    }
}

int replayFolders(int count, char** folders) {
    int files = 0;
    for (int index = 0; index < count; ++index)
        for (auto const& entry : std::filesystem::recursive_directory_iterator(folders[index]))
            if (entry.is_regular_file()) {
                std::printf("%s\n", entry.path().filename().c_str());
                std::fflush(stdout);
                replay(read(entry.path()));
                ++files;
            }
    std::printf("%d inputs\n", files);
    return files > 0 ? 0 : 1;
}

} // namespace

int main(int count, char** arguments) {
    try {
        return replayFolders(count - 1, arguments + 1);
    } catch (std::exception const& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
