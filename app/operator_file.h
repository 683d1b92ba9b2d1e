// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/coded_refusal.h"
#include "core/code.h"
#include "core/crypto/passphrase_hash.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::app {

/// A person who may sign in at this desk.
struct Operator {
    std::string name;       ///< as it stands on what they do: normalised (core/text.h), not empty
    std::uint8_t roles = 0; ///< Role bits, at least one
    core::PassphraseHash passphrase;
    bool isActive = true;
    std::vector<core::Code> positions{}; ///< that he may work from, each once; empty: from any
};

/// Why the list of operators may not be changed so.
class OperatorRefusal : public CodedRefusal {
    using CodedRefusal::CodedRefusal;
};

/// All operators of a desk, each name once (case and width do not count).
class OperatorList {
  public:
    std::vector<Operator> const& all() const { return m_all; }
    /// Also one who is not active; null when there is none.
    Operator const* find(std::string_view name) const;
    /// Somebody active may look after the others: supervisor or admin.
    bool isInCharge() const;

    // Each throws OperatorRefusal.
    void add(Operator added);
    void setRoles(std::string_view name, std::uint8_t roles);
    void setPositions(std::string_view name, std::vector<core::Code> positions);
    void setPassphrase(std::string_view name, core::PassphraseHash passphrase);
    void setActive(std::string_view name, bool isActive);

    static constexpr std::size_t maxOperators = 1000;
    static constexpr std::size_t maxPositions = 100; ///< of one operator

  private:
    Operator& known(std::string_view name);
    std::vector<Operator> m_all; ///< in the order of being added
};

/// `operators.json` (0600) in the data folder of a desk. Any process of the desk may read it at any time;
/// changes of two processes do not get lost. A damaged file is refused and never written over.
class OperatorFile {
  public:
    explicit OperatorFile(std::filesystem::path const& dataFolder);

    /// Nothing when there is no such file. Throws FileError.
    std::optional<OperatorList> read() const;
    /// Reads, lets `change` do its work, writes: durable when it returns. Throws FileError, and
    /// OperatorRefusal out of `change` or when nobody would be left in charge.
    void change(std::function<void(OperatorList&)> const& change) const;
    std::filesystem::path const& path() const { return m_file; }

  private:
    std::filesystem::path m_file, m_lock;
};

/// Whether people sign in at this desk. Throws FileError when its list is damaged.
bool hasOperators(std::filesystem::path const& dataFolder);

/// 8 code points to 1,024 bytes; anything else throws OperatorRefusal. Takes as long as a sign-in. Throws
/// FileError when memory is missing.
core::PassphraseHash newPassphrase(std::string_view passphrase, core::PassphraseCost cost = core::signInCost);
inline constexpr std::size_t minPassphrase = 8;    ///< code points
inline constexpr std::size_t maxPassphrase = 1024; ///< bytes

} // namespace ob::app
