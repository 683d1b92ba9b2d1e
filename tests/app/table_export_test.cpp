// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/files.h"
#include "app/table_export.h"
#include "tests/support/temporary_directory.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace ob::app {
namespace {

QByteArray written(TableFormat format, QList<QJsonObject> const& rows) {
    tests::TemporaryDirectory const folder;
    auto const file = folder.path() / "out";
    OutputFile out(file, Overwrite::Refused);
    TableWriter table(out, format,
                      {.drill = false, .sharing = QStringLiteral("joint"), .realm = QStringLiteral("示范市")},
                      {QStringLiteral("id"), QStringLiteral("latitude"), QStringLiteral("longitude"),
                       QStringLiteral("calls")});
    for (auto const& row : rows)
        table.write(row);
    table.end();
    out.finish();
    auto const bytes = readFile(file);
    return {reinterpret_cast<char const*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QJsonObject row(QString const& id) { return {{QStringLiteral("id"), id}, {QStringLiteral("calls"), 2}}; }

QJsonObject placed(QString const& id) {
    auto object = row(id);
    object.insert(QStringLiteral("latitude"), -0.125);
    object.insert(QStringLiteral("longitude"), 120.5);
    return object;
}

TEST(TableExport, AFeatureStandsWhereItIsLongitudeFirst) {
    auto const collection =
        QJsonDocument::fromJson(
            written(TableFormat::GeoJson, {placed(QStringLiteral("a")), row(QStringLiteral("b"))}))
            .object();
    EXPECT_FALSE(collection.value(QStringLiteral("drill")).toBool(true));
    auto const features = collection.value(QStringLiteral("features")).toArray();
    ASSERT_EQ(features.size(), 2);
    QJsonObject const point{{QStringLiteral("type"), QStringLiteral("Point")},
                            {QStringLiteral("coordinates"), QJsonArray{120.5, -0.125}}};
    EXPECT_EQ(features[0].toObject().value(QStringLiteral("geometry")), QJsonValue(point));
    EXPECT_TRUE(features[1].toObject().value(QStringLiteral("geometry")).isNull());
    EXPECT_TRUE(features[1].toObject().contains(QStringLiteral("geometry")));
}

TEST(TableExport, NothingToExportIsStillAFile) {
    EXPECT_TRUE(QJsonDocument::fromJson(written(TableFormat::GeoJson, {}))
                    .object()
                    .value(QStringLiteral("features"))
                    .isArray());
    EXPECT_EQ(written(TableFormat::Csv, {}), "drill,class,id,latitude,longitude,calls\r\n");
    EXPECT_EQ(written(TableFormat::JsonLines, {}), "");
}

TEST(TableExport, ANegativeNumberInATableIsNoFormulaAndStaysANumber) {
    EXPECT_EQ(written(TableFormat::Csv, {placed(QStringLiteral("-a"))}),
              "drill,class,id,latitude,longitude,calls\r\nfalse,joint,'-a,-0.125,120.5,2\r\n");
}

} // namespace
} // namespace ob::app
