// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/submission.h"

#include <memory>

namespace ob::core {
namespace {

/// Lives as long as the desk may still answer.
struct Decision {
    bool isOver = false;
    std::optional<Refusal> refusal;
};

} // namespace

std::optional<Refusal> refusalOf(Desk& desk, Command const& command, OperatorSession const& session,
                                 Lane lane, std::function<void(Receipt const&)> committed) {
    auto const decision = std::make_shared<Decision>();
    auto const reply = [decision, committed = std::move(committed)](Result<Receipt> const& told) {
        // A later refusal is about storage.
        if (!told && !decision->isOver) decision->refusal = told.error();
        if (told && committed) committed(*told);
    };
    desk.submit(command, session, reply, lane);
    decision->isOver = true;
    return decision->refusal;
}

} // namespace ob::core
