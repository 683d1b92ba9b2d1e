// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ob::ui {

/// Text for a page: & < > " and what could make a page look other than it is (control characters and those
/// that turn the direction of writing) replaced.
QString escaped(QString const& text);
/// <name>content</name>; the content is HTML already.
QString element(QString const& name, QString const& content, QString const& className = {});

} // namespace ob::ui
