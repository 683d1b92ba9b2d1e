// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/thumbnail.h"

#include <QBuffer>
#include <QImageReader>

namespace ob::ui {
namespace {

constexpr int mostMegabytes = 256; ///< of memory for one

/// What cameras and screens make. No SVG: it is a document, and may be endless.
bool isLookedAt(QByteArray const& format) {
    return format == "jpeg" || format == "jpg" || format == "png" || format == "webp" || format == "gif"
           || format == "bmp";
}

} // namespace

QImage thumbnailOf(QByteArray const& bytes, QSize room) {
    if (bytes.isEmpty() || static_cast<std::uint64_t>(bytes.size()) > maxThumbnailBytes) return {};
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly)) return {};
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!isLookedAt(reader.format())) return {};
    QImageReader::setAllocationLimit(mostMegabytes);
    QSize const size = reader.size();
    if (size.isEmpty() || qint64{size.width()} * size.height() > maxThumbnailPixels) return {};
    reader.setAutoTransform(true);
    bool const isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    QSize const frame = isTurned ? room.transposed() : room;
    if (size.width() > frame.width() || size.height() > frame.height())
        reader.setScaledSize(size.scaled(frame, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

} // namespace ob::ui
