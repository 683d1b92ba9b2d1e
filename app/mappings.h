// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/mapping.h"
#include "core/rules/rule_book.h"

#include <QString>
#include <QStringList>

namespace ob::app {

/// Names of the mappings that the program brings along (resources/import), sorted.
QStringList shippedMappingNames();

/// The mapping of that name, or out of `file` when one is given. Throws FileError, saying what is wrong
/// where.
core::Mapping mappingOf(QString const& name, QString const& file, core::RuleBook const& rules);

} // namespace ob::app
