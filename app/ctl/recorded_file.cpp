// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/recorded_file.h"

#include "app/files.h"

#include <QDateTime>
#include <QLocale>

#include <fstream>

namespace ob::app {
namespace {

std::string clockText(qint64 second) {
    static QLocale const english(QLocale::C);
    QDateTime const at = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
    return english.toString(at, QStringLiteral("MM/dd/yyyy hh:mm:ss AP")).toStdString();
}

} // namespace

void writeRecordedFile(std::filesystem::path const& file, std::size_t rows) {
    constexpr qint64 begin = 1'262'500'000; // 3 January 2010
    std::ofstream out(file, std::ios::binary);
    out << "Call Number,Unit ID,Incident Number,Call Type,Received DtTm,Entry DtTm,Dispatch DtTm,Response "
           "DtTm,"
           "On Scene DtTm,Transport DtTm,Hospital DtTm,Call Final Disposition,Available DtTm,Address,City,"
           "Zipcode of Incident,Battalion,Station Area,Box,Final Priority,Call Type Group,Number of "
           "Alarms,Unit Type,"
           "Location,RowID\n";
    for (std::size_t row = 0; row < rows; ++row) {
        std::size_t const call = row * 10 / 22;
        qint64 const received = begin + static_cast<qint64>(call) * 170;
        qint64 const sent = received + 90 + static_cast<qint64>(row % 7) * 10;
        bool const transports = row % 4 == 0;
        auto const number = std::to_string(100'000'000 + call);
        auto const unit = "E" + std::to_string(row % 178);
        out << number << ',' << unit << ',' << 10'000'000 + call << ",Medical Incident,"
            << clockText(received) << ',' << clockText(received + 60) << ',' << clockText(sent) << ','
            << clockText(sent + 80) << ',' << clockText(sent + 400) << ','
            << (transports ? clockText(sent + 1500) : "") << ',' << (transports ? clockText(sent + 2100) : "")
            << ",Code 2 Transport," << clockText(sent + 3000) << ',' << call % 3000
            << " MARKET ST,San Francisco,94103,B03,36,5151,3,Potentially Life-Threatening,1,ENGINE,\"(37.77"
            << call % 1000 << ", -122.41" << call % 997 << ")\"," << number << '-' << unit << '\n';
    }
    out.flush();
    if (!out) throw FileError(file.string() + " cannot be written");
}

} // namespace ob::app
