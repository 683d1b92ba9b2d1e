// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/text_decoder.h"

#include "core/ensure.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace ob::core {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longestMark = 4;

struct Name {
    std::string_view known;
    char const* converter; ///< as iconv(3) calls it; null: UTF-8
};

// A closed list: iconv also knows encodings with states, and some whose "UTF-8" is not valid.
constexpr std::array names{
    Name{"", nullptr},
    Name{"utf-8", nullptr},
    Name{"utf8", nullptr},
    Name{"utf-16", "UTF-16LE"},
    Name{"utf-16le", "UTF-16LE"},
    Name{"utf-16be", "UTF-16BE"},
    Name{"gb18030", "GB18030"},
    Name{"gbk", "GB18030"},
    Name{"gb2312", "GB18030"},
    Name{"big5", "BIG5"},
    Name{"shift_jis", "SHIFT_JIS"},
    Name{"euc-jp", "EUC-JP"},
    Name{"euc-kr", "EUC-KR"},
    Name{"koi8-r", "KOI8-R"},
    Name{"latin1", "ISO-8859-1"},
    Name{"windows-1250", "CP1250"},
    Name{"windows-1251", "CP1251"},
    Name{"windows-1252", "CP1252"},
    Name{"windows-1253", "CP1253"},
    Name{"windows-1254", "CP1254"},
    Name{"windows-1255", "CP1255"},
    Name{"windows-1256", "CP1256"},
    Name{"windows-1257", "CP1257"},
    Name{"windows-1258", "CP1258"},
    Name{"iso-8859-1", "ISO-8859-1"},
    Name{"iso-8859-2", "ISO-8859-2"},
    Name{"iso-8859-3", "ISO-8859-3"},
    Name{"iso-8859-4", "ISO-8859-4"},
    Name{"iso-8859-5", "ISO-8859-5"},
    Name{"iso-8859-6", "ISO-8859-6"},
    Name{"iso-8859-7", "ISO-8859-7"},
    Name{"iso-8859-8", "ISO-8859-8"},
    Name{"iso-8859-9", "ISO-8859-9"},
    Name{"iso-8859-10", "ISO-8859-10"},
    Name{"iso-8859-13", "ISO-8859-13"},
    Name{"iso-8859-14", "ISO-8859-14"},
    Name{"iso-8859-15", "ISO-8859-15"},
    Name{"iso-8859-16", "ISO-8859-16"},
};

bool sameName(std::string_view written, std::string_view known) {
    return std::ranges::equal(written, known, [](char one, char other) {
        return (one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one) == other;
    });
}

std::size_t asciiSize(std::string_view bytes) {
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, 8);
        if ((eight & 0x8080808080808080u) != 0) break;
    }
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
        ++at;
    return at;
}

enum class SequenceKind { Valid, Bad, Cut };

struct Sequence {
    SequenceKind kind{};
    std::size_t size = 0;
};

/// The sequence with which the bytes, not empty, begin: Unicode 15, table 3-7.
Sequence firstSequence(std::string_view bytes) {
    auto const byteAt = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    unsigned const lead = byteAt(0);
    if (lead < 0x80) return {SequenceKind::Valid, 1};
    if (lead < 0xC2 || lead > 0xF4) return {SequenceKind::Bad, 1};
    std::size_t const size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t at = 1; at < size; ++at) {
        if (at == bytes.size()) return {SequenceKind::Cut, at};
        if (byteAt(at) < least || byteAt(at) > most) return {SequenceKind::Bad, at};
        least = 0x80;
        most = 0xBF;
    }
    return {SequenceKind::Valid, size};
}

void appendReplacement(std::string& text, std::vector<std::size_t>& badAt) {
    badAt.push_back(text.size());
    text += replacement;
}

} // namespace

void TextDecoder::CloseConverter::operator()(void* converter) const { iconv_close(converter); }

TextDecoder::Converter TextDecoder::converterOf(char const* name) {
    iconv_t const opened = iconv_open("UTF-8", name);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): how iconv(3) says no
    return opened == reinterpret_cast<iconv_t>(-1) ? Converter() : Converter(opened);
}

std::optional<TextDecoder> TextDecoder::of(std::string_view encoding) {
    auto const* const found =
        std::ranges::find_if(names, [&](Name const& name) { return sameName(encoding, name.known); });
    if (found == names.end()) return std::nullopt;
    TextDecoder decoder;
    if (found->converter == nullptr) return decoder;
    decoder.m_converter = converterOf(found->converter);
    if (!decoder.m_converter) return std::nullopt; // a system without this table
    if (found->known.starts_with("utf-16")) decoder.m_unit = 2;
    return decoder;
}

void TextDecoder::useUtf16(char const* name) {
    m_converter = converterOf(name);
    OB_ENSURE(m_converter); // built into the C library
    m_unit = 2;
}

/// How many bytes the byte-order mark takes.
std::size_t TextDecoder::takeMark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        m_converter.reset();
        m_unit = 1;
        return 3;
    }
    if (bytes.starts_with("\xFF\xFE")) {
        useUtf16("UTF-16LE");
        return 2;
    }
    if (bytes.starts_with("\xFE\xFF")) {
        useUtf16("UTF-16BE");
        return 2;
    }
    if (bytes.starts_with("\x84\x31\x95\x33")) {
        m_converter = converterOf("GB18030");
        m_unit = 1;
        return m_converter ? 4 : 0;
    }
    return 0;
}

void TextDecoder::decode(std::string_view bytes, std::string& text, std::vector<std::size_t>& badAt) {
    std::string joined;
    if (!m_held.empty()) {
        joined = std::exchange(m_held, {});
        joined += bytes;
        bytes = joined;
    }
    if (!m_markSought) {
        if (bytes.size() < longestMark) {
            m_held = bytes;
            return;
        }
        m_markSought = true;
        bytes.remove_prefix(takeMark(bytes));
    }
    if (m_converter)
        convert(bytes, text, badAt);
    else
        copyUtf8(bytes, text, badAt);
}

void TextDecoder::finish(std::string& text, std::vector<std::size_t>& badAt) {
    if (!m_markSought) {
        m_markSought = true;
        m_held.erase(0, takeMark(m_held));
        decode({}, text, badAt);
    }
    if (m_converter) {
        // Encodings with combining marks keep the last letter until they know what follows.
        std::array<char, 16> room{};
        char* end = room.data();
        std::size_t left = room.size();
        iconv(m_converter.get(), nullptr, nullptr, &end, &left);
        text.append(room.data(), room.size() - left);
    }
    if (!m_held.empty()) appendReplacement(text, badAt);
    m_held.clear();
}

void TextDecoder::convert(std::string_view bytes, std::string& text, std::vector<std::size_t>& badAt) {
    if (bytes.empty()) return;
    auto* from = const_cast<char*>(bytes.data()); // iconv(3) only reads
    std::size_t left = bytes.size();
    while (left > 0) {
        std::array<char, 8192> room;
        char* to = room.data();
        std::size_t space = room.size();
        bool const failed =
            iconv(m_converter.get(), &from, &left, &to, &space) == static_cast<std::size_t>(-1);
        int const fault = failed ? errno : 0;
        text.append(room.data(), room.size() - space);
        if (fault == EINVAL || (fault == EILSEQ && left < m_unit))
            break; // cut off: the next piece has the rest
        if (fault != EILSEQ) continue;
        appendReplacement(text, badAt);
        from += m_unit;
        left -= m_unit;
    }
    m_held.assign(from, left);
}

void TextDecoder::copyUtf8(std::string_view bytes, std::string& text, std::vector<std::size_t>& badAt) {
    std::size_t good = 0;
    while (true) {
        good += asciiSize(bytes.substr(good));
        if (good == bytes.size()) break;
        auto const [kind, size] = firstSequence(bytes.substr(good));
        if (kind == SequenceKind::Valid) {
            good += size;
            continue;
        }
        text += bytes.substr(0, good);
        bytes.remove_prefix(good);
        good = 0;
        if (kind == SequenceKind::Cut) {
            m_held = bytes;
            return;
        }
        appendReplacement(text, badAt);
        bytes.remove_prefix(size);
    }
    text += bytes;
}

} // namespace ob::core
