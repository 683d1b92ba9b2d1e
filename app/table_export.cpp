// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/table_export.h"

#include "core/ensure.h"
#include "core/interop/csv_writer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <vector>

namespace ob::app {
namespace {

QString const drillKey = QStringLiteral("drill");
QString const classKey = QStringLiteral("class");

std::string compact(QJsonObject const& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

core::CsvField fieldOf(QJsonValue const& value) {
    using Kind = core::CsvField::Kind;
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: return {};
    case QJsonValue::Bool: return {.text = value.toBool() ? "true" : "false", .kind = Kind::Text};
    case QJsonValue::String: return {.text = value.toString().toStdString(), .kind = Kind::Text};
    case QJsonValue::Object: return {.text = compact(value.toObject()), .kind = Kind::Text};
    case QJsonValue::Double: // as in JSON
    case QJsonValue::Array: break;
    }
    QByteArray const inList = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    std::string const text = inList.mid(1, inList.size() - 2).toStdString();
    return {.text = text, .kind = value.isDouble() ? Kind::Number : Kind::Text};
}

} // namespace

TableWriter::TableWriter(OutputFile& out, TableFormat format, ExportMarks marks, QStringList columns)
    : m_out(out), m_format(format), m_marks(std::move(marks)), m_columns(std::move(columns)) {
    if (m_format == TableFormat::Csv) {
        std::vector<core::CsvField> names;
        for (QString const& name : QStringList{drillKey, classKey} + m_columns)
            names.push_back({.text = name.toStdString()});
        m_out.write(core::csvRecord(names));
    }
    if (m_format != TableFormat::GeoJson) return;
    QJsonObject const about{{QStringLiteral("realm"), m_marks.realm},
                            {QStringLiteral("agency"), m_marks.agency},
                            {QStringLiteral("desk"), m_marks.desk},
                            {QStringLiteral("exportedAt"), m_marks.exportedAt},
                            {QStringLiteral("leftOut"), QJsonArray::fromStringList(m_marks.leftOut)}};
    // By hand, so that the marks come first and the features need not be held together.
    std::string members = compact(about).substr(1);
    members.pop_back();
    m_out.write("{\"type\":\"FeatureCollection\",\"drill\":" + std::string(m_marks.drill ? "true" : "false")
                + ",\"class\":\"" + m_marks.sharing.toStdString() + "\"," + members + ",\"features\":[");
}

void TableWriter::write(QJsonObject const& row) {
    for (QString const& key : row.keys())
        OB_ENSURE(m_columns.contains(key));
    switch (m_format) {
    case TableFormat::Csv: writeRecord(row); break;
    case TableFormat::GeoJson: writeFeature(row); break;
    case TableFormat::JsonLines: {
        QJsonObject marked = row;
        marked.insert(drillKey, m_marks.drill);
        marked.insert(classKey, m_marks.sharing);
        m_out.write(compact(marked) + '\n');
        break;
    }
    }
    ++m_rows;
}

void TableWriter::writeRecord(QJsonObject const& row) {
    std::vector<core::CsvField> fields{fieldOf(m_marks.drill), fieldOf(m_marks.sharing)};
    for (QString const& column : m_columns)
        fields.push_back(fieldOf(row.value(column)));
    m_out.write(core::csvRecord(fields));
}

void TableWriter::writeFeature(QJsonObject const& row) {
    QJsonObject properties = row;
    properties.insert(drillKey, m_marks.drill);
    properties.insert(classKey, m_marks.sharing);
    QJsonValue geometry; // null
    if (row.contains(QStringLiteral("latitude")))
        geometry =
            QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                        {QStringLiteral("coordinates"), QJsonArray{row.value(QStringLiteral("longitude")),
                                                                   row.value(QStringLiteral("latitude"))}}};
    m_out.write((m_rows == 0 ? "\n" : ",\n")
                + compact({{QStringLiteral("type"), QStringLiteral("Feature")},
                           {QStringLiteral("id"), row.value(QStringLiteral("id"))},
                           {QStringLiteral("geometry"), geometry},
                           {QStringLiteral("properties"), properties}}));
}

void TableWriter::end() {
    if (m_format == TableFormat::GeoJson) m_out.write("\n]}\n");
}

} // namespace ob::app
