// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/attachment.h"

#include <QJsonObject>

namespace ob::app {

QJsonObject attachmentJson(core::Attachment const& attachment);

} // namespace ob::app
