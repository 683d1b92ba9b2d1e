// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/language/completion.h"
#include "core/language/preview.h"
#include "tests/support/desk_givens.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

ob::test::DeskGivens& desk() {
    static ob::test::DeskGivens givens = [] {
        using ob::test::DeskGivens;
        DeskGivens made;
        made.selected = made.addIncident(1042, "滨江路221");
        made.mergeInto(made.addIncident(1060, "江边"), made.addIncident(1057, "人民路9"));
        made.addIncident(1061, "江边", ob::core::IncidentState::Closed);
        made.assign(made.addUnit(DeskGivens::fire, "E07", {"FIRE-WATER"}), made.selected);
        made.addUnit(DeskGivens::medical, "A12", {"MED-ALS"});
        made.addUnit(DeskGivens::police, "P1");
        return made;
    }();
    return givens;
}

} // namespace

/// Any line gives a command, a query or a refusal, always the same one, and any cursor is completed.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace ob::core;
    std::string_view const line(reinterpret_cast<char const*>(bytes), size);
    Preview const preview = desk().preview(line);
    int const outcomes =
        int(preview.command.has_value()) + int(preview.query.has_value()) + int(preview.refusal.has_value());
    OB_ENSURE(outcomes == 1);
    OB_ENSURE(meaningOf(desk().preview(line)) == meaningOf(preview));
    std::size_t const cursor = size == 0 ? 0 : bytes[size - 1] % (size + 1);
    auto const completions = completionsOf(line, cursor, desk().surroundings());
    OB_ENSURE(completions.from <= completions.to && completions.to <= size);
    return 0;
}
