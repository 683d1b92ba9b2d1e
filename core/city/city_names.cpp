// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_names.h"

#include "core/ensure.h"

#include <algorithm>
#include <array>

namespace ob::core {
namespace {

// No person's name, and for the city and its districts no name of a real one.
constexpr auto cities = std::to_array<NameWord>({{"锦屿", "jin yu"},
                                                 {"望澜", "wang lan"},
                                                 {"云汀", "yun ting"},
                                                 {"澄汐", "cheng xi"},
                                                 {"岚屿", "lan yu"},
                                                 {"碧澜", "bi lan"},
                                                 {"沧宁", "cang ning"},
                                                 {"汐州", "xi zhou"}});

constexpr auto districtWords = std::to_array<NameWord>({{"锦城", "jin cheng"},
                                                        {"听澜", "ting lan"},
                                                        {"秀湖", "xiu hu"},
                                                        {"明港", "ming gang"},
                                                        {"青屿", "qing yu"},
                                                        {"碧湾", "bi wan"},
                                                        {"云麓", "yun lu"},
                                                        {"汀洲", "ting zhou"},
                                                        {"丹枫", "dan feng"},
                                                        {"松涛", "song tao"},
                                                        {"星桥", "xing qiao"},
                                                        {"鹭洲", "lu zhou"}});

constexpr auto great = std::to_array<NameWord>(
    {{"人民", "ren min"},    {"解放", "jie fang"},    {"建设", "jian she"},   {"和平", "he ping"},
     {"新华", "xin hua"},    {"长江", "chang jiang"}, {"黄河", "huang he"},   {"文化", "wen hua"},
     {"胜利", "sheng li"},   {"友谊", "you yi"},      {"团结", "tuan jie"},   {"光明", "guang ming"},
     {"朝阳", "chao yang"},  {"东风", "dong feng"},   {"青年", "qing nian"},  {"迎宾", "ying bin"},
     {"府前", "fu qian"},    {"学府", "xue fu"},      {"体育", "ti yu"},      {"公园", "gong yuan"},
     {"科技", "ke ji"},      {"创新", "chuang xin"},  {"幸福", "xing fu"},    {"民生", "min sheng"},
     {"复兴", "fu xing"},    {"中兴", "zhong xing"},  {"振兴", "zhen xing"},  {"工业", "gong ye"},
     {"劳动", "lao dong"},   {"红旗", "hong qi"},     {"前进", "qian jin"},   {"五一", "wu yi"},
     {"海港", "hai gang"},   {"金融", "jin rong"},    {"会展", "hui zhan"},   {"国泰", "guo tai"},
     {"民安", "min an"},     {"泰山", "tai shan"},    {"华山", "hua shan"},   {"衡山", "heng shan"},
     {"嵩山", "song shan"},  {"恒山", "heng shan"},   {"珠江", "zhu jiang"},  {"淮河", "huai he"},
     {"闽江", "min jiang"},  {"钱塘", "qian tang"},   {"太湖", "tai hu"},     {"洞庭", "dong ting"},
     {"天山", "tian shan"},  {"昆仑", "kun lun"},     {"长白", "chang bai"},  {"武夷", "wu yi"},
     {"黄山", "huang shan"}, {"庐山", "lu shan"},     {"北京", "bei jing"},   {"上海", "shang hai"},
     {"南京", "nan jing"},   {"天津", "tian jin"},    {"重庆", "chong qing"}, {"广州", "guang zhou"},
     {"西安", "xi an"},      {"成都", "cheng du"},    {"武汉", "wu han"},     {"杭州", "hang zhou"},
     {"苏州", "su zhou"},    {"青岛", "qing dao"},    {"大连", "da lian"},    {"厦门", "xia men"},
     {"福州", "fu zhou"},    {"昆明", "kun ming"},    {"桂林", "gui lin"},    {"梧桐", "wu tong"},
     {"银杏", "yin xing"},   {"香樟", "xiang zhang"}, {"玉兰", "yu lan"},     {"海棠", "hai tang"},
     {"紫荆", "zi jing"},    {"丁香", "ding xiang"},  {"木棉", "mu mian"},    {"凤凰", "feng huang"},
     {"望海", "wang hai"},   {"港湾", "gang wan"},    {"沙河", "sha he"},     {"石桥", "shi qiao"},
     {"双塔", "shuang ta"},  {"开元", "kai yuan"},    {"永安", "yong an"},    {"长乐", "chang le"},
     {"明德", "ming de"},    {"文昌", "wen chang"}});

constexpr auto firstWords = std::to_array<NameWord>(
    {{"金", "jin"},    {"银", "yin"},  {"玉", "yu"},   {"翠", "cui"},  {"明", "ming"}, {"清", "qing"},
     {"云", "yun"},    {"锦", "jin"},  {"瑞", "rui"},  {"安", "an"},   {"永", "yong"}, {"康", "kang"},
     {"宁", "ning"},   {"泰", "tai"},  {"兴", "xing"}, {"文", "wen"},  {"丰", "feng"}, {"福", "fu"},
     {"嘉", "jia"},    {"景", "jing"}, {"秀", "xiu"},  {"春", "chun"}, {"秋", "qiu"},  {"晨", "chen"},
     {"星", "xing"},   {"月", "yue"},  {"凤", "feng"}, {"龙", "long"}, {"鹤", "he"},   {"鹿", "lu"},
     {"梅", "mei"},    {"兰", "lan"},  {"竹", "zhu"},  {"菊", "ju"},   {"荷", "he"},   {"桂", "gui"},
     {"松", "song"},   {"柳", "liu"},  {"枫", "feng"}, {"榆", "yu"},   {"桃", "tao"},  {"杏", "xing"},
     {"石", "shi"},    {"白", "bai"},  {"青", "qing"}, {"紫", "zi"},   {"碧", "bi"},   {"望", "wang"},
     {"映", "ying"},   {"听", "ting"}, {"怀", "huai"}, {"思", "si"},   {"德", "de"},   {"善", "shan"},
     {"仁", "ren"},    {"义", "yi"},   {"信", "xin"},  {"和", "he"},   {"聚", "ju"},   {"汇", "hui"},
     {"双", "shuang"}, {"广", "guang"}});

constexpr auto secondWords = std::to_array<NameWord>(
    {{"泉", "quan"}, {"湖", "hu"},    {"江", "jiang"}, {"山", "shan"}, {"河", "he"},    {"桥", "qiao"},
     {"林", "lin"},  {"溪", "xi"},    {"塘", "tang"},  {"岭", "ling"}, {"浦", "pu"},    {"港", "gang"},
     {"园", "yuan"}, {"台", "tai"},   {"门", "men"},   {"井", "jing"}, {"沙", "sha"},   {"洲", "zhou"},
     {"岸", "an"},   {"湾", "wan"},   {"坡", "po"},    {"峰", "feng"}, {"谷", "gu"},    {"田", "tian"},
     {"亭", "ting"}, {"阁", "ge"},    {"苑", "yuan"},  {"坊", "fang"}, {"阳", "yang"},  {"霞", "xia"},
     {"风", "feng"}, {"光", "guang"}, {"华", "hua"},   {"辉", "hui"},  {"昌", "chang"}, {"盛", "sheng"},
     {"源", "yuan"}, {"达", "da"},    {"通", "tong"},  {"乐", "le"},   {"祥", "xiang"}, {"渡", "du"},
     {"丘", "qiu"},  {"竹", "zhu"},   {"荷", "he"},    {"月", "yue"},  {"云", "yun"}});

/// What names end with, and what stands in names of services.
constexpr auto others =
    std::to_array<NameWord>({{"路", "lu"},
                             {"街", "jie"},
                             {"大道", "da dao"},
                             {"巷", "xiang"},
                             {"弄", "long"},
                             {"公路", "gong lu"},
                             {"高速", "gao su"},
                             {"东西南北中", "dong xi nan bei zhong"},
                             {"环一二三四五六七八九十", "huan yi er san si wu liu qi ba jiu shi"},
                             {"滨江沿", "bin jiang yan"},
                             {"岛绕城", "dao rao cheng"},
                             {"市区县镇村", "shi qu xian zhen cun"},
                             {"新老", "xin lao"},
                             {"公安局派出所", "gong an ju pai chu suo"},
                             {"消防救援站", "xiao fang jiu yuan zhan"},
                             {"急救中心", "ji jiu zhong xin"},
                             {"交警大队", "jiao jing da dui"},
                             {"城市管理执法", "cheng shi guan li zhi fa"},
                             {"生态环境分局", "sheng tai huan jing fen ju"},
                             {"市场监督", "shi chang jian du"},
                             {"医院第", "yi yuan di"},
                             {"妇幼保健", "fu you bao jian"},
                             {"小学高级", "xiao xue gao ji"},
                             {"实验外国语", "shi yan wai guo yu"},
                             {"大学职业技术", "da xue zhi ye ji shu"},
                             {"火车客运汽", "huo che ke yun qi"},
                             {"体育场馆", "ti yu chang guan"},
                             {"码头港货", "ma tou gang huo"},
                             {"化工厂石油库", "hua gong chang shi you ku"},
                             {"花园小苑府", "hua yuan xiao yuan fu"},
                             {"政府图书博物", "zheng fu tu shu bo wu"},
                             {"地铁加", "di tie jia"},
                             {"广购酒店厦", "guang gou jiu dian sha"},
                             {"家里庭", "jia li ting"},
                             {"应指挥", "ying zhi hui"},
                             {"水源山林", "shui yuan shan lin"},
                             {"交通运输", "jiao tong yun shu"},
                             {"热电段", "re dian duan"},
                             {"发", "fa"},
                             {"集装箱", "ji zhuang xiang"},
                             {"综合", "zong he"},
                             {"农贸", "nong mao"},
                             {"桥梁", "qiao liang"},
                             {"渡口", "du kou"},
                             {"号与", "hao yu"},
                             {"上下前后", "shang xia qian hou"}});

std::vector<std::string_view> syllablesOf(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        std::size_t const end = std::min(text.find(' '), text.size());
        found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

template<std::size_t size>
std::vector<NameWord> shuffled(std::array<NameWord, size> const& words, CityDice& dice) {
    std::vector<NameWord> list(words.begin(), words.end());
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[dice.below(i)]);
    return list;
}

} // namespace

std::string latinOf(std::string_view syllables) {
    std::string latin;
    for (std::string_view const syllable : syllablesOf(syllables)) {
        char const first = syllable.front();
        if (!latin.empty() && (first == 'a' || first == 'e' || first == 'o')) latin += '\'';
        latin += syllable;
    }
    if (!latin.empty()) latin.front() = static_cast<char>(latin.front() - 'a' + 'A');
    return latin;
}

CityNames::CityNames(std::uint64_t seed) : m_dice(seed, 5) {
    m_city = cities[seed % cities.size()];
    m_great = shuffled(great, m_dice);
    // The first ones of the list are in the middle of every city.
    std::ranges::stable_partition(m_great, [](NameWord const& word) {
        return std::ranges::find(great, word.chinese, &NameWord::chinese) - great.begin() < 40;
    });
    std::ranges::reverse(m_great);
    m_districts = shuffled(districtWords, m_dice);
    for (NameWord const& word : great)
        m_taken.emplace(word.chinese);
}

NameWord CityNames::greatWord() {
    OB_ENSURE(!m_great.empty());
    NameWord const word = m_great.back();
    m_great.pop_back();
    return word;
}

CityNames::Made CityNames::word() {
    for (int tries = 0;; ++tries) {
        NameWord const& first = m_dice.oneOf(std::span<NameWord const>(firstWords));
        NameWord const& second = m_dice.oneOf(std::span<NameWord const>(secondWords));
        std::string chinese = std::string(first.chinese) + std::string(second.chinese);
        std::string syllables = std::string(first.syllables) + ' ' + std::string(second.syllables);
        if (tries > 60) {
            // Nearly all are taken: a third character in front.
            constexpr NameWord fronts[] = {{"新", "xin"}, {"东", "dong"}, {"西", "xi"},
                                           {"南", "nan"}, {"北", "bei"},  {"小", "xiao"}};
            NameWord const& front = m_dice.oneOf(std::span<NameWord const>(fronts));
            chinese = std::string(front.chinese) + chinese;
            syllables = std::string(front.syllables) + ' ' + syllables;
        }
        if (first.chinese == second.chinese || !m_taken.insert(chinese).second) continue;
        return {std::move(chinese), latinOf(syllables)};
    }
}

PinyinTokens CityNames::readings() {
    PinyinTokens tokens;
    auto const add = [&tokens](NameWord const& word) {
        auto const syllables = syllablesOf(word.syllables);
        std::string_view rest = word.chinese;
        for (std::string_view const syllable : syllables) {
            // All of them are characters of three bytes.
            tokens.addReading(rest.substr(0, 3), syllable);
            rest.remove_prefix(3);
        }
        OB_ENSURE(rest.empty());
    };
    for (auto const& words : {std::span<NameWord const>(others), std::span<NameWord const>(secondWords),
                              std::span<NameWord const>(firstWords), std::span<NameWord const>(districtWords),
                              std::span<NameWord const>(cities), std::span<NameWord const>(great)})
        for (NameWord const& word : words)
            add(word);
    return tokens;
}

} // namespace ob::core
