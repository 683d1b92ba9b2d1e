// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/field_values.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ob::core {

// Snapshots are this desk's own memory: values one after the other, no names, one version number in front.
// Bytes of another version are thrown away and the stream is folded from its events. A struct takes part by a
// function `parts(Self& self, Visit&& visit)` that names its members.

class SnapshotWriter {
  public:
    explicit SnapshotWriter(CborWriter& out) : m_out(out) {}

    template<class... Values>
    void operator()(Values const&... values) {
        (put(values), ...);
    }

  private:
    template<class T>
    void put(T const& value) {
        if constexpr (requires(CborWriter& out) { writeValue(out, value); }) {
            if (isNothing(value))
                m_out.null();
            else
                writeValue(m_out, value);
        } else {
            parts(value, *this);
        }
    }
    template<class T>
    void put(std::optional<T> const& value) {
        m_out.boolean(value.has_value());
        if (value) put(*value);
    }
    template<class T>
    void put(std::vector<T> const& values) {
        m_out.unsignedInt(values.size());
        for (auto const& value : values)
            put(value);
    }
    template<class T, std::size_t Size>
        requires(!std::is_same_v<T, std::uint8_t>)
    void put(std::array<T, Size> const& values) {
        for (auto const& value : values)
            put(value);
    }
    template<class Key, class Value>
    void put(std::map<Key, Value> const& values) {
        m_out.unsignedInt(values.size());
        for (auto const& [key, value] : values) {
            put(key);
            put(value);
        }
    }
    template<class A, class B>
    void put(std::pair<A, B> const& value) {
        put(value.first);
        put(value.second);
    }
    CborWriter& m_out;
};

/// Reads what SnapshotWriter wrote; the reader of the bytes remembers the first fault.
class SnapshotReader {
  public:
    explicit SnapshotReader(CborReader& in) : m_in(in) {}

    template<class... Values>
    void operator()(Values&... values) {
        (get(values), ...);
    }

  private:
    bool next() { return m_in.nextElement(); }

    template<class T>
    void get(T& value) {
        if constexpr (requires(CborReader& in) { readValue(in, value); }) {
            next();
            if (!m_in.tryNull()) readValue(m_in, value);
        } else {
            parts(value, *this);
        }
    }
    void get(std::optional<GeoPoint>& value) {
        next();
        if (!m_in.boolean()) return value.reset();
        next();
        readValue(m_in, value);
    }
    template<class T>
    void get(std::optional<T>& value) {
        next();
        if (m_in.boolean())
            get(value.emplace());
        else
            value.reset();
    }
    /// A length is believed only as far as bytes follow.
    std::size_t length() {
        next();
        return static_cast<std::size_t>(m_in.unsignedUpTo(cborMaxSize));
    }
    template<class T>
    void get(std::vector<T>& values) {
        for (std::size_t left = length(); left > 0 && m_in.ok(); --left)
            get(values.emplace_back());
    }
    template<class T, std::size_t Size>
        requires(!std::is_same_v<T, std::uint8_t>)
    void get(std::array<T, Size>& values) {
        for (auto& value : values)
            get(value);
    }
    template<class Key, class Value>
    void get(std::map<Key, Value>& values) {
        for (std::size_t left = length(); left > 0 && m_in.ok(); --left) {
            Key key{};
            get(key);
            get(values[key]);
        }
    }
    template<class A, class B>
    void get(std::pair<A, B>& value) {
        get(value.first);
        get(value.second);
    }
    CborReader& m_in;
};

} // namespace ob::core
