// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/field_values.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace ob::core {

// A `describe(Archive&, Thing&)` names the permanent numbers of a thing's fields in ascending order; writing,
// reading and walking follow from it. `required` = the thing has no meaning without it; `field` = left out
// when there is nothing; `set` = list in ascending order without repetition; `list` = order is kept.

/// Writes the described fields as entries of one map; `finish` closes it.
class FieldWriter {
  public:
    explicit FieldWriter(CborWriter& out) : m_out(out) { m_out.beginMap(); }

    template<class T>
    void required(std::uint64_t number, T const& value) {
        if constexpr (!std::is_same_v<T, bool> && !std::is_unsigned_v<T>) OB_ENSURE(!isNothing(value));
        writeValue(m_out.key(number), value);
    }
    template<class T>
    void field(std::uint64_t number, T const& value) {
        if (!isNothing(value)) writeValue(m_out.key(number), value);
    }
    template<class T>
    void field(std::uint64_t number, std::optional<T> const& value) {
        if (value) writeValue(m_out.key(number), *value);
    }
    void text(std::uint64_t number, std::optional<std::string> const& value, std::size_t maxBytes) {
        OB_ENSURE(!value || value->size() <= maxBytes);
        field(number, value);
    }
    template<class T>
    void set(std::uint64_t number, std::vector<T> values, std::size_t max) {
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        list(number, values, max);
    }
    template<class T>
    void list(std::uint64_t number, std::vector<T> const& values, std::size_t max) {
        OB_ENSURE(values.size() <= max);
        if (values.empty()) return;
        m_out.key(number).array(values.size());
        for (auto const& value : values)
            writeValue(m_out, value);
    }
    void finish() { m_out.end(); }

  private:
    CborWriter& m_out;
};

/// Reads a map in one pass: fields come in ascending order on both sides. Unknown fields are skipped; a known
/// one of a wrong type or with an invalid value makes `finish` false, as does a required one that is missing.
class FieldReader {
  public:
    explicit FieldReader(CborReader& in) : m_in(in) {
        m_in.enterMap();
        m_key = m_in.nextKey();
    }

    template<class T>
    void required(std::uint64_t number, T& value) {
        if (seek(number))
            take(value);
        else
            m_isComplete = false;
    }
    template<class T>
    void field(std::uint64_t number, T& value) {
        if (seek(number)) take(value);
    }
    template<class T>
    void field(std::uint64_t number, std::optional<T>& value) {
        if (!seek(number)) return;
        if constexpr (std::is_same_v<T, GeoPoint>)
            take(value);
        else
            take(value.emplace());
    }
    void text(std::uint64_t number, std::optional<std::string>& value, std::size_t maxBytes) {
        if (!seek(number)) return;
        std::string_view const content = m_in.text();
        if (content.size() > maxBytes) return m_in.reject();
        value = content;
        m_key = m_in.nextKey();
    }
    template<class T>
    void set(std::uint64_t number, std::vector<T>& values, std::size_t max) {
        list(number, values, max);
        for (std::size_t at = 1; at < values.size(); ++at)
            if (!(values[at - 1] < values[at])) return m_in.reject();
    }
    template<class T>
    void list(std::uint64_t number, std::vector<T>& values, std::size_t max) {
        if (!seek(number)) return;
        std::size_t const count = m_in.enterArray();
        if (count == 0 || count > max) return m_in.reject();
        values.reserve(count);
        while (m_in.nextElement())
            readValue(m_in, values.emplace_back());
        m_key = m_in.nextKey();
    }
    /// Leaves the map. True when everything in it was understood.
    bool finish() {
        while (m_key)
            m_key = m_in.nextKey();
        return m_isComplete && m_in.ok();
    }

  private:
    bool seek(std::uint64_t number) {
        while (m_key && *m_key < number)
            m_key = m_in.nextKey();
        return m_key == number;
    }
    template<class T>
    void take(T& value) {
        readValue(m_in, value);
        m_key = m_in.nextKey();
    }

    CborReader& m_in;
    std::optional<std::uint64_t> m_key;
    bool m_isComplete = true;
};

} // namespace ob::core
