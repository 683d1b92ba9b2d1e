// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace ob::ui {

/// A picture no larger than `room`, out of bytes that anybody may have made. Null for what is none, is of a
/// kind that is not looked at here, or is too large. For any thread.
QImage thumbnailOf(QByteArray const& bytes, QSize room);

/// A file of more is not looked at, nor a picture of more pixels: it would take more memory than it is worth.
constexpr std::uint64_t maxThumbnailBytes = std::uint64_t{24} << 20;
constexpr qint64 maxThumbnailPixels = 64'000'000;

} // namespace ob::ui
