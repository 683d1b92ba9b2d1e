// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// Turns the bytes of a text file, given in pieces of any size, into valid UTF-8.
///
/// A byte-order mark (UTF-8, UTF-16, GB 18030) at the beginning is believed before the name that was given,
/// and is dropped. What is not of the encoding becomes U+FFFD: in UTF-8 one for each maximal part of a
/// sequence (Unicode 15, section 3.9, "U+FFFD Substitution of Maximal Subparts"), elsewhere one for each code
/// unit.
class TextDecoder {
  public:
    /// Names of the IANA register, whatever their case: utf-8, utf-16, utf-16le, utf-16be, gb18030, gbk,
    /// gb2312, big5, shift_jis, euc-jp, euc-kr, koi8-r, latin1, iso-8859-N, windows-125N. gbk and gb2312 are
    /// read as gb18030, which holds both. Empty: UTF-8. Nothing: a name that is not known.
    static std::optional<TextDecoder> of(std::string_view encoding);

    /// Appends to `text` what the bytes mean, and to `badAt` where in it a U+FFFD stands for bad bytes. The
    /// last bytes may be kept back until the next piece or the end.
    void decode(std::string_view bytes, std::string& text, std::vector<std::size_t>& badAt);
    /// The end of the file: what was kept back. Once, then nothing more.
    void finish(std::string& text, std::vector<std::size_t>& badAt);

  private:
    struct CloseConverter {
        void operator()(void* converter) const;
    };
    using Converter = std::unique_ptr<void, CloseConverter>;

    static Converter converterOf(char const* name);
    void useUtf16(char const* name);
    std::size_t takeMark(std::string_view bytes);
    void convert(std::string_view bytes, std::string& text, std::vector<std::size_t>& badAt);
    void copyUtf8(std::string_view bytes, std::string& text, std::vector<std::size_t>& badAt);

    Converter m_converter; ///< none: the bytes are UTF-8
    std::size_t m_unit = 1;
    bool m_markSought = false;
    std::string m_held; ///< the beginning of a character, or of the file
};

} // namespace ob::core
