// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/address_place.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace ob::core {
namespace {

constexpr std::string_view houseNumber = "号";
constexpr double oneSpotMetres = 300; ///< the two gates of one school

std::string folded(std::string_view name) { return foldCase(normalise(name)); }

std::optional<GazetteerPlace> onlyPlaceCalled(GazetteerReader& gazetteer, std::string const& name) {
    std::string const asked = folded(name);
    bool const endsInNumber = !asked.empty() && asked.back() >= '0' && asked.back() <= '9';
    std::string const spelledOut = endsInNumber ? asked + std::string(houseNumber) : asked; // 57 is 57号
    constexpr std::size_t ofOneName = 8;
    std::optional<GazetteerPlace> only;
    for (auto& place : gazetteer.find(name, ofOneName)) {
        auto const names = {&place.name.local, &place.name.chinese, &place.name.english};
        bool const isCalledSo = std::ranges::any_of(names, [&](std::string const* each) {
            std::string const known = folded(*each);
            return known == asked || known == spelledOut;
        });
        if (!isCalledSo) continue;
        if (only && distanceMetres(only->point, place.point) > oneSpotMetres) return std::nullopt;
        if (!only) only = std::move(place);
    }
    return only;
}

/// The house alone; empty when nothing stands behind it. 57号楼 is another house than 57号.
std::string houseOf(std::string const& address) {
    if (auto const comma = address.find(','); comma != std::string::npos) return address.substr(0, comma);
    constexpr std::array<std::string_view, 3> otherWords{"楼", "院", "线"};
    auto const number = address.find(houseNumber);
    if (number == std::string::npos) return {};
    auto const end = number + houseNumber.size();
    std::string_view const behind = std::string_view(address).substr(end);
    bool const isOther =
        std::ranges::any_of(otherWords, [behind](auto word) { return behind.starts_with(word); });
    return behind.empty() || isOther ? std::string() : address.substr(0, end);
}

} // namespace

std::optional<GazetteerPlace> placeOfAddress(GazetteerReader& gazetteer, std::string_view address) {
    std::string const asked = normalise(address);
    if (asked.empty()) return std::nullopt;
    if (auto whole = onlyPlaceCalled(gazetteer, asked)) return whole;
    std::string const house = normalise(houseOf(asked));
    if (house.empty()) return std::nullopt;
    auto const found = onlyPlaceCalled(gazetteer, house);
    return found && found->kind == PlaceKind::Address ? found : std::nullopt;
}

} // namespace ob::core
