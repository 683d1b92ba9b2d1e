// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "ui/map/symbol_library.h"

#include <QGuiApplication>

namespace {

void beginQt() {
    static int count = 1;
    static char name[] = "fuzz";
    static char* arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "*=false"); // what Qt thinks of a broken drawing
    static QGuiApplication const application(count, arguments);
}

} // namespace

/// A drawing as the symbols are: whatever it says, an image of the asked size in the asked colour.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    beginQt();
    QByteArray const svg(reinterpret_cast<char const*>(bytes), static_cast<qsizetype>(size));
    QImage const image = ob::ui::shapeOf(svg, 18, QColor(10, 200, 30));
    OB_ENSURE(image.size() == QSize(18, 18));
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            QColor const pixel = image.pixelColor(x, y);
            OB_ENSURE(pixel.alpha() < 255 || pixel == QColor(10, 200, 30));
        }
    return 0;
}
