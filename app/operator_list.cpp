// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/files.h"
#include "app/operator_file.h"
#include "app/operator_roles.h"
#include "core/restricted_parts.h"
#include "core/text.h"

#include <algorithm>

namespace ob::app {
namespace {

/// Two names that look the same are the same.
std::string keyOf(std::string_view name) { return core::foldCase(core::normalise(name)); }

void checkRoles(std::uint8_t roles) {
    if (roles == 0) throw OperatorRefusal("noRole", "an operator has at least one role");
}

void checkPositions(std::vector<core::Code> const& positions) {
    if (positions.size() > OperatorList::maxPositions)
        throw OperatorRefusal("tooManyPositions", "an operator has at most 100 positions");
    for (auto each = positions.begin(); each != positions.end(); ++each)
        if (std::find(positions.begin(), each, *each) != each)
            throw OperatorRefusal("samePosition", "position " + each->text() + " is there twice");
}

} // namespace

Operator const* OperatorList::find(std::string_view name) const {
    auto const found =
        std::ranges::find(m_all, keyOf(name), [](Operator const& each) { return keyOf(each.name); });
    return found == m_all.end() ? nullptr : &*found;
}

Operator& OperatorList::known(std::string_view name) {
    auto const* const found = find(name);
    if (!found)
        throw OperatorRefusal("unknownOperator", "there is no operator " + std::string(name)
                                                     + "; oneboardctl operator list tells who there is");
    return m_all[static_cast<std::size_t>(found - m_all.data())];
}

bool OperatorList::isInCharge() const {
    return std::ranges::any_of(m_all,
                               [](Operator const& each) { return each.isActive && areInCharge(each.roles); });
}

void OperatorList::add(Operator added) {
    if (added.name.empty() || added.name.size() > core::RestrictedParts::maxNameBytes
        || !core::isValidUtf8(added.name) || core::normalise(added.name) != added.name)
        throw OperatorRefusal("badName", "a name is 1 to 256 bytes of text on one line, without blanks at "
                                         "its ends");
    checkRoles(added.roles);
    checkPositions(added.positions);
    if (find(added.name))
        throw OperatorRefusal("nameTaken", "there is an operator " + added.name
                                               + " already: choose another name, or change that one");
    if (m_all.size() == maxOperators) throw OperatorRefusal("tooMany", "a desk has at most 1000 operators");
    m_all.push_back(std::move(added));
}

void OperatorList::setRoles(std::string_view name, std::uint8_t roles) {
    checkRoles(roles);
    known(name).roles = roles;
}

void OperatorList::setPositions(std::string_view name, std::vector<core::Code> positions) {
    checkPositions(positions);
    known(name).positions = std::move(positions);
}

void OperatorList::setPassphrase(std::string_view name, core::PassphraseHash passphrase) {
    known(name).passphrase = std::move(passphrase);
}

void OperatorList::setActive(std::string_view name, bool isActive) { known(name).isActive = isActive; }

bool hasOperators(std::filesystem::path const& dataFolder) {
    auto const operators = OperatorFile(dataFolder).read();
    return operators && !operators->all().empty();
}

core::PassphraseHash newPassphrase(std::string_view passphrase, core::PassphraseCost cost) {
    if (!core::isValidUtf8(passphrase) || core::codePointCount(passphrase) < minPassphrase)
        throw OperatorRefusal("shortPassphrase", "a passphrase has at least 8 characters");
    if (passphrase.size() > maxPassphrase)
        throw OperatorRefusal("longPassphrase", "a passphrase has at most 1024 bytes");
    auto hash = core::PassphraseHash::of(passphrase, cost);
    if (!hash)
        throw FileError("there is not enough memory to keep a passphrase safely: close other programs");
    return *std::move(hash);
}

} // namespace ob::app
