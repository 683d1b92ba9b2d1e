// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/operator_port.h"

#include <QString>

namespace ob::ui {

// What is said beside a passphrase field. Nothing tells which part of a name and passphrase was wrong.

QString signInText(SignInAnswer const& answer);
/// "Wait 00:10 …"; for a wait that is not over.
QString waitText(core::Duration left);
QString firstOperatorText(FirstOperatorAnswer const& answer);

} // namespace ob::ui
