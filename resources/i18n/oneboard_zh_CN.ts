<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlarmAnswer</name>
    <message>
        <source>The alarm is over.</source>
        <translation>该告警已结束。</translation>
    </message>
    <message>
        <source>A call for help cannot be shelved. Silence it (AA) and send help.</source>
        <translation>遇险告警不能搁置。请消音（AA）并派人救援。</translation>
    </message>
    <message>
        <source>Only a supervisor shelves what is this urgent. Silence it (AA) or ask the supervisor.</source>
        <translation>如此紧急的告警只能由值班长搁置。请消音（AA），或请值班长处理。</translation>
    </message>
    <message>
        <source>Say why it is shelved.</source>
        <translation>请写明搁置的原因。</translation>
    </message>
    <message>
        <source>A shelf holds for %1 minutes at most. Choose a shorter time.</source>
        <translation>搁置最长 %1 分钟。请缩短时间。</translation>
    </message>
    <message>
        <source>Nobody is signed in here. Sign in first.</source>
        <translation>本席无人登录。请先登录。</translation>
    </message>
</context>
<context>
    <name>AlarmText</name>
    <message>
        <source>%1 is in distress</source>
        <translation>%1遇险</translation>
    </message>
    <message>
        <source>%1 is in distress at %2</source>
        <translation>%1在%2遇险</translation>
    </message>
    <message>
        <source>Send help. Only its own supervisor ends this, after voice contact.</source>
        <translation>立即增援。须由本部门值班长在通话确认后解除。</translation>
    </message>
    <message>
        <source>This desk cannot save: it shows, and takes no command</source>
        <translation>本席位无法保存：只能查看，不接受指令</translation>
    </message>
    <message>
        <source>Work at another desk and have this one&apos;s disk looked after.</source>
        <translation>请改用其他席位，并请人检查本机磁盘。</translation>
    </message>
    <message>
        <source>%1 does not answer at %2: treat it as distress</source>
        <translation>%1在%2点名无应答：按遇险处理</translation>
    </message>
    <message>
        <source>%1 at %2 has to be asked whether it is well</source>
        <translation>%1在%2到点名时间，须询问是否安全</translation>
    </message>
    <message>
        <source>Call it on every channel, then send help.</source>
        <translation>用各种渠道呼叫，随即增援。</translation>
    </message>
    <message>
        <source>Call it and record the roll-call (PAR).</source>
        <translation>呼叫并登记点名（PAR）。</translation>
    </message>
    <message>
        <source>Nobody is sent to %1</source>
        <translation>%1尚未派出力量</translation>
    </message>
    <message>
        <source>Send a unit, or ask another agency.</source>
        <translation>派出力量，或请其他部门协作。</translation>
    </message>
    <message>
        <source>%1 does not know of %2</source>
        <translation>%1尚未收到%2的派令</translation>
    </message>
    <message>
        <source>Tell it by radio or phone and record that (VOICE).</source>
        <translation>用电台或电话告知，并登记（VOICE）。</translation>
    </message>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1未对%2接令</translation>
    </message>
    <message>
        <source>Call it; send another unit if it stays silent.</source>
        <translation>呼叫该车组；仍无应答则改派。</translation>
    </message>
    <message>
        <source>%1 is not reached</source>
        <translation>%1已失去联系</translation>
    </message>
    <message>
        <source>Tell it by phone what concerns it; its own knowledge grows old.</source>
        <translation>与其有关的事项请用电话告知；其所掌握的情况正在变旧。</translation>
    </message>
    <message>
        <source>%1 alarms at %2</source>
        <translation>%2有%1条告警</translation>
    </message>
    <message>
        <source>%1 desks are not reached</source>
        <translation>%1个席位失去联系</translation>
    </message>
    <message>
        <source>%1 units are in distress</source>
        <translation>%1个力量遇险</translation>
    </message>
    <message>
        <source>Alarms are silenced and shelved at the console, where they are heard.</source>
        <translation>告警在发出声音的控制台上消音和搁置。</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 条</translation>
    </message>
</context>
<context>
    <name>ArgumentText</name>
    <message>
        <source>the type of incident</source>
        <translation>警情类型</translation>
    </message>
    <message>
        <source>the place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>the priority (p1 to p4)</source>
        <translation>等级（p1 至 p4）</translation>
    </message>
    <message>
        <source>the callsigns of the units</source>
        <translation>力量呼号</translation>
    </message>
    <message>
        <source>the unit&apos;s callsign</source>
        <translation>力量呼号</translation>
    </message>
    <message>
        <source>the callsign</source>
        <translation>呼号</translation>
    </message>
    <message>
        <source>the kind of unit</source>
        <translation>力量种类</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>文字内容</translation>
    </message>
    <message>
        <source>the time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>the incident number (at least three digits)</source>
        <translation>警情编号（至少三位）</translation>
    </message>
    <message>
        <source>the number of the other incident</source>
        <translation>另一警情的编号</translation>
    </message>
    <message>
        <source>the caller&apos;s phone number</source>
        <translation>报警人电话</translation>
    </message>
    <message>
        <source>the reason for the release</source>
        <translation>撤派原因</translation>
    </message>
    <message>
        <source>the disposition</source>
        <translation>处置结果</translation>
    </message>
    <message>
        <source>the reason why it could not go</source>
        <translation>未能出动的原因</translation>
    </message>
    <message>
        <source>the reason for being out of service</source>
        <translation>停勤原因</translation>
    </message>
    <message>
        <source>the reason why it is void</source>
        <translation>无效原因</translation>
    </message>
    <message>
        <source>the body it is referred to</source>
        <translation>转办对象</translation>
    </message>
    <message>
        <source>the reason for the referral</source>
        <translation>转办原因</translation>
    </message>
    <message>
        <source>the receiver&apos;s own number</source>
        <translation>对方受理编号</translation>
    </message>
    <message>
        <source>the reason for the dispatch</source>
        <translation>派出理由</translation>
    </message>
    <message>
        <source>the result of the check</source>
        <translation>核查结论</translation>
    </message>
    <message>
        <source>the reason for reopening</source>
        <translation>重开原因</translation>
    </message>
    <message>
        <source>a length of time (such as 2h or 90m)</source>
        <translation>时长（如 2h、90m）</translation>
    </message>
    <message>
        <source>the size of the crew</source>
        <translation>随车人数</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>the name of the person who was told</source>
        <translation>被告知人姓名</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>the phase</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>the position of this desk</source>
        <translation>本席岗位</translation>
    </message>
    <message>
        <source>the milestone</source>
        <translation>处置节点</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>应答情况</translation>
    </message>
    <message>
        <source>the word that ends it</source>
        <translation>结束标记</translation>
    </message>
    <message>
        <source>what to look for</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <source>an incident, a unit or a place</source>
        <translation>警情、力量或地点</translation>
    </message>
    <message>
        <source>a verb</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>the number of entries at once</source>
        <translation>一次录入的条数</translation>
    </message>
    <message>
        <source>call-taker</source>
        <translation>接警员</translation>
    </message>
    <message>
        <source>dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>duty officer</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>arbiter</source>
        <translation>裁决人</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>导调员</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>what the unit can do in this shift, after +</source>
        <translation>本班可承担的任务（在 + 之后）</translation>
    </message>
    <message>
        <source>the vehicle, after #</source>
        <translation>车牌或车号（在 # 之后）</translation>
    </message>
    <message>
        <source>the names of the crew, after /</source>
        <translation>随车人员姓名（在 / 之后）</translation>
    </message>
    <message>
        <source>the end of the shift</source>
        <translation>下班时间</translation>
    </message>
    <message>
        <source>the alarm: its number in the list, an incident or a callsign</source>
        <translation>告警：列表中的序号、警情编号或力量呼号</translation>
    </message>
</context>
<context>
    <name>BoardText</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Pri</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>勤务</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>Acked</source>
        <translation>接令</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>出动</translation>
    </message>
    <message>
        <source>There</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>情况与处理</translation>
    </message>
    <message>
        <source>not shared</source>
        <translation>未共享</translation>
    </message>
    <message>
        <source>first receiver</source>
        <translation>首接</translation>
    </message>
    <message>
        <source>conflicts: %1</source>
        <translation>冲突 %1 项</translation>
    </message>
    <message>
        <source>read only, upgrade first</source>
        <translation>只读，须先升级</translation>
    </message>
    <message>
        <source>DISTRESS</source>
        <translation>遇险</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等，另 %2 起</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>CallBookText</name>
    <message>
        <source>Drafts cannot be kept: what is half filled would not survive a crash.</source>
        <translation>草稿无法保存：程序异常退出后，未填完的内容会丢失。</translation>
    </message>
    <message>
        <source>The draft of the last run cannot be read and is left out.</source>
        <translation>上次的草稿无法读取，已略过。</translation>
    </message>
    <message>
        <source>%1 opened: %2 %3</source>
        <translation>已立警情 %1：%2 %3</translation>
    </message>
    <message>
        <source>Call added to %1</source>
        <translation>来电已并入 %1</translation>
    </message>
    <message>
        <source>Rung back: reached.</source>
        <translation>已回拨：接通。</translation>
    </message>
    <message>
        <source>Rung back: not reached.</source>
        <translation>已回拨：未接通。</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>报警人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>警情描述</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>派出力量</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接警时间</translation>
    </message>
    <message>
        <source>what has happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>address, or degrees</source>
        <translation>地址，或经纬度</translation>
    </message>
    <message>
        <source>number</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>报警人所述</translation>
    </message>
    <message>
        <source>to send at once</source>
        <translation>立即派出</translation>
    </message>
    <message>
        <source>Type of incident</source>
        <translation>警情类型</translation>
    </message>
    <message>
        <source>Number of the caller</source>
        <translation>报警人电话</translation>
    </message>
    <message>
        <source>Name of the caller</source>
        <translation>报警人姓名</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>警情描述</translation>
    </message>
    <message>
        <source>Units to send at once</source>
        <translation>立即派出的力量</translation>
    </message>
    <message>
        <source>Received at, when entered late</source>
        <translation>接警时间（补录时填写）</translation>
    </message>
</context>
<context>
    <name>CallFormText</name>
    <message>
        <source>set by hand</source>
        <translation>人工设定</translation>
    </message>
    <message>
        <source>as the type has it</source>
        <translation>按类型默认</translation>
    </message>
</context>
<context>
    <name>CallReading</name>
    <message>
        <source>What has happened?</source>
        <translation>发生了什么？请填类型。</translation>
    </message>
    <message>
        <source>No type is called so; take one of the list.</source>
        <translation>没有这个类型，请从列表中选取。</translation>
    </message>
    <message>
        <source>Where? An address, a point on the map or degrees.</source>
        <translation>在哪里？请填地址、地图点位或经纬度。</translation>
    </message>
    <message>
        <source>Does the point still hold? Alt+K keeps it, Alt+X drops it.</source>
        <translation>原点位还对吗？Alt+K 保留，Alt+X 去掉。</translation>
    </message>
    <message>
        <source>A time is typed as 2140 or 21:40.</source>
        <translation>时间请写成 2140 或 21:40。</translation>
    </message>
    <message>
        <source>A further call sends no units: empty this, or use the verb D.</source>
        <translation>并入来电不派力量：请清空此栏，或用“派”指令。</translation>
    </message>
    <message>
        <source>Without a number nobody can be rung back.</source>
        <translation>没有电话号码无法回拨。</translation>
    </message>
    <message>
        <source>Place unknown, the call broke off</source>
        <translation>地点不明（来电中断）</translation>
    </message>
    <message>
        <source>The call broke off.</source>
        <translation>来电中断。</translation>
    </message>
</context>
<context>
    <name>CallTabsText</name>
    <message>
        <source>Call %1 of %2</source>
        <translation>来电 %1/%2</translation>
    </message>
</context>
<context>
    <name>ChromeText</name>
    <message>
        <source>%1 of %2 units · %3 of %4 incidents</source>
        <translation>力量 %1 / %2 · 警情 %3 / %4</translation>
    </message>
    <message>
        <source>No base map</source>
        <translation>没有底图</translation>
    </message>
    <message>
        <source>%1, %2 WGS 84</source>
        <translation>%1, %2 WGS 84</translation>
    </message>
    <message>
        <source>%1, %2 GCJ-02</source>
        <translation>%1, %2 GCJ-02</translation>
    </message>
    <message>
        <source>%1 MGRS</source>
        <translation>%1 MGRS</translation>
    </message>
</context>
<context>
    <name>ConflictStepText</name>
    <message>
        <source>Release from %1…</source>
        <translation>撤出 %1…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Priority…</source>
        <translation>定级…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接办</translation>
    </message>
    <message>
        <source>Hand over the lead…</source>
        <translation>移交牵头…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>并入…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Ended…</source>
        <translation>解除…</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>Two values</source>
        <translation>两处改动不一致</translation>
    </message>
    <message>
        <source>Two desks changed the same thing without knowing of each other.</source>
        <translation>两个席位互不知情，同时改了同一内容。</translation>
    </message>
    <message>
        <source>Find out which is right and enter it again.</source>
        <translation>核实哪个正确，重新录入一次。</translation>
    </message>
    <message>
        <source>Ended elsewhere</source>
        <translation>一处已办结</translation>
    </message>
    <message>
        <source>One desk ended the incident while another still worked on it. It stays open.</source>
        <translation>一个席位已办结该警情，另一席位仍在处置。目前按未结处理。</translation>
    </message>
    <message>
        <source>Ask whether work goes on; if not, close it again.</source>
        <translation>问清是否仍在处置；确已结束的，重新结案。</translation>
    </message>
    <message>
        <source>Taken off elsewhere</source>
        <translation>一处已撤下</translation>
    </message>
    <message>
        <source>One desk took the unit off while it was reported moving on. It stays assigned.</source>
        <translation>一个席位已将该力量撤下，另一席位又报了新的处置进展。目前按仍在任务中处理。</translation>
    </message>
    <message>
        <source>Ask the unit by radio, then clear or release it again, or leave it.</source>
        <translation>电台询问该力量；确已结束的，重新报完毕或撤派。</translation>
    </message>
    <message>
        <source>Merge in doubt</source>
        <translation>并案存疑</translation>
    </message>
    <message>
        <source>One desk merged the incident while another changed it. The incidents stay separate.</source>
        <translation>一个席位将警情并入他案，另一席位同时在改动。目前按各自独立处理。</translation>
    </message>
    <message>
        <source>Compare both; merge again if they are the same.</source>
        <translation>对照两起警情；确属同一警情的，重新并入。</translation>
    </message>
    <message>
        <source>Duty in doubt</source>
        <translation>勤务状态存疑</translation>
    </message>
    <message>
        <source>The unit was put on duty at one desk and taken off at another. It counts as not available.</source>
        <translation>一个席位设为在勤，另一席位设为离勤。目前按不可派处理。</translation>
    </message>
    <message>
        <source>Ask its agency, then set its duty again.</source>
        <translation>询问所属部门，重新设置勤务状态。</translation>
    </message>
    <message>
        <source>Distress in doubt</source>
        <translation>遇险存疑</translation>
    </message>
    <message>
        <source>Distress was ended at one desk and raised at another. The distress stands.</source>
        <translation>一处解除遇险，另一处又报遇险。目前按遇险处理。</translation>
    </message>
    <message>
        <source>Get voice contact; its supervisor ends it again if all is well.</source>
        <translation>立即通话确认；确已脱险的，由其值班长重新解除。</translation>
    </message>
    <message>
        <source>Two leads</source>
        <translation>两家牵头</translation>
    </message>
    <message>
        <source>Two agencies accepted the lead without knowing of each other.</source>
        <translation>两个部门互不知情，都承接了牵头。</translation>
    </message>
    <message>
        <source>Agree by phone who leads, then hand the lead over to that agency.</source>
        <translation>电话商定由谁牵头，再正式移交给该部门。</translation>
    </message>
    <message>
        <source>One unit, two incidents</source>
        <translation>一车两派</translation>
    </message>
    <message>
        <source>The unit was sent to two open incidents. It counts as assigned to both.</source>
        <translation>该力量被派往两起未结警情，目前两处都算在任务中。</translation>
    </message>
    <message>
        <source>Ask the unit where it is and release it from the other incident.</source>
        <translation>电台问清该力量去了哪里，在另一起上撤派。</translation>
    </message>
    <message>
        <source>One number, two incidents</source>
        <translation>编号重复</translation>
    </message>
    <message>
        <source>Two incidents have the same number. Both are kept.</source>
        <translation>两起警情编号相同，均予保留。</translation>
    </message>
    <message>
        <source>Name place and time beside the number, and tell the administrator to check the number blocks.</source>
        <translation>通报时除编号外请说明地点和时间，并请系统管理员核查号段。</translation>
    </message>
    <message>
        <source>One callsign, two units</source>
        <translation>呼号重复</translation>
    </message>
    <message>
        <source>Two units of one agency have the same callsign.</source>
        <translation>同一部门有两个力量呼号相同。</translation>
    </message>
    <message>
        <source>Its agency takes one of them off duty and registers it under another callsign.</source>
        <translation>请其所属部门将其中一个下勤，改用新呼号登记。</translation>
    </message>
    <message>
        <source>Merged into each other</source>
        <translation>互相并入</translation>
    </message>
    <message>
        <source>Each incident was merged into the other. Neither is merged.</source>
        <translation>两起警情互相并入，目前都不算并入。</translation>
    </message>
    <message>
        <source>Decide which number is kept and split the other merge.</source>
        <translation>商定保留哪个编号，将另一并入拆分。</translation>
    </message>
    <message>
        <source>Sent while unavailable</source>
        <translation>停勤时被派</translation>
    </message>
    <message>
        <source>The unit was sent while its own agency took it off duty. The order may not have reached it.</source>
        <translation>派出该力量时，其所属部门已将其撤下勤务，指令可能没有送到。</translation>
    </message>
    <message>
        <source>Ask its agency whether it goes; if not, release it and send another at once.</source>
        <translation>立即询问所属部门能否出动；不能的，撤派并另派力量。</translation>
    </message>
    <message>
        <source>Rests on a voided entry</source>
        <translation>依据已作废</translation>
    </message>
    <message>
        <source>An entry follows from one that has been voided, so it may be wrong.</source>
        <translation>此条依据的记录已作废，内容可能有误。</translation>
    </message>
    <message>
        <source>Check it with the desk that made it and enter it again if it is right.</source>
        <translation>与录入席位核对；确属无误的，重新录入。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办岗位</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>牵头单位</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>勤务状态</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>力量资料</translation>
    </message>
    <message>
        <source>Distress</source>
        <translation>遇险</translation>
    </message>
</context>
<context>
    <name>DeskPlateText</name>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>OneBoard</source>
        <translation>一盘棋 OneBoard</translation>
    </message>
</context>
<context>
    <name>DistanceText</name>
    <message>
        <source>%1 m by air</source>
        <translation>直线 %1 米</translation>
    </message>
    <message>
        <source>%1 km by air</source>
        <translation>直线 %1 公里</translation>
    </message>
</context>
<context>
    <name>DrawText</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
</context>
<context>
    <name>DuplicateListText</name>
    <message>
        <source>Possibly the same</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Alt+D: a further call of the first</source>
        <translation>Alt+D 并入第一条</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>DutySelectionText</name>
    <message>
        <source>Left out: %1.</source>
        <translation>未列入：%1。</translation>
    </message>
    <message>
        <source>%1 of another agency</source>
        <translation>%1 个属其他部门</translation>
    </message>
    <message>
        <source>%1 already so</source>
        <translation>%1 个已是该状态</translation>
    </message>
    <message>
        <source>%1 off duty</source>
        <translation>%1 个已下勤</translation>
    </message>
    <message>
        <source>%1 at work</source>
        <translation>%1 个有任务</translation>
    </message>
</context>
<context>
    <name>EvidenceText</name>
    <message>
        <source>Record of incidents</source>
        <translation>警情证据记录</translation>
    </message>
    <message>
        <source>DRILL: nothing in this record really happened</source>
        <translation>演练：本记录所载事项均非真实发生</translation>
    </message>
    <message>
        <source>Real operation</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>What the desks of the agencies entered, as it stands in their signed logs.</source>
        <translation>各部门席位录入的内容，与其签名日志中的记载一致。</translation>
    </message>
    <message>
        <source>Realm</source>
        <translation>联合指挥域</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作席位</translation>
    </message>
    <message>
        <source>At the desk, as stated</source>
        <translation>经手人（自报）</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>选取范围</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>密级</translation>
    </message>
    <message>
        <source>these incidents, by number or all that the desk held</source>
        <translation>按编号指定的警情，或本席位持有的全部警情</translation>
    </message>
    <message>
        <source>opened from %1 on</source>
        <translation>%1 起立案</translation>
    </message>
    <message>
        <source>opened before %1</source>
        <translation>%1 前立案</translation>
    </message>
    <message>
        <source>incidents: %1; entries: %2</source>
        <translation>警情 %1 起，记录 %2 条</translation>
    </message>
    <message>
        <source>open: codes, times and states only</source>
        <translation>公开：仅代码、时间和状态</translation>
    </message>
    <message>
        <source>joint: places and narrative for the agencies at work</source>
        <translation>联勤：供参与处置部门使用的地点与叙述</translation>
    </message>
    <message>
        <source>agency&apos;s own: with the names of its operators; not for publication</source>
        <translation>部门内部：含值班人员姓名，不得公开</translation>
    </message>
    <message>
        <source>personal: with names and numbers of callers; handle as personal data</source>
        <translation>个人信息：含报警人姓名和电话，按个人信息保护要求处理</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>封存</translation>
    </message>
    <message>
        <source>How to check this record</source>
        <translation>如何核验本记录</translation>
    </message>
    <message>
        <source>Run %1 with the file that this page came in. It checks every signature and every proof, and that this page says what the signed entries say; it needs no network and no database.</source>
        <translation>用本页所在的文件运行 %1。程序核验每一个签名和每一份证明，并核对本页文字与签名记录是否一致；无需网络，也无需数据库。</translation>
    </message>
    <message>
        <source>Compare the realm&apos;s fingerprint with one that you have from the agencies themselves, by telephone or on paper. A file cannot vouch for its own origin; without this comparison it only agrees with itself.</source>
        <translation>请将联合指挥域指纹与各部门通过电话或书面告知的指纹比对。文件不能证明自己的来源；未经比对，只能说明文件自身前后一致。</translation>
    </message>
    <message>
        <source>What can be proved: that each entry stands unchanged at its place in the log of its desk. What cannot: that an entry is true, who sat at the desk, and that the desk held no later entry that was not put in; for that, compare with the logs of the other agencies up to the heads below.</source>
        <translation>可以证明：每条记录在其席位日志中的位置和内容未被改动。不能证明：记录内容属实、当时在席的是何人，以及该席位没有其他未放入本文件的后续记录；如需查证，请与其他部门的日志比对至下列日志头。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未包含的内容</translation>
    </message>
    <message>
        <source>open parts: %1</source>
        <translation>公开部分：%1 处</translation>
    </message>
    <message>
        <source>places and narrative (joint): %1</source>
        <translation>地点与叙述（联勤）：%1 处</translation>
    </message>
    <message>
        <source>agencies&apos; own notes and operators&apos; names: %1</source>
        <translation>部门内部备注和值班人员姓名：%1 处</translation>
    </message>
    <message>
        <source>names and numbers of callers (personal): %1</source>
        <translation>报警人姓名和电话（个人信息）：%1 处</translation>
    </message>
    <message>
        <source>sealed parts: %1</source>
        <translation>封存部分：%1 处</translation>
    </message>
    <message>
        <source>Nothing of these entries was left out.</source>
        <translation>上述记录的内容全部包含在内。</translation>
    </message>
    <message>
        <source>These parts of the entries are not in the file: they were not to be given, never came to this desk, or were erased. That they were there is proved by their hashes, which are.</source>
        <translation>记录中的下列部分不在文件内：不予提供、未曾送达本席位，或已被删除。其哈希值仍在文件内，可证明它们确曾存在。</translation>
    </message>
    <message>
        <source>Earlier entries that this desk did not hold: %1.</source>
        <translation>本席位未持有的在前记录：%1 条。</translation>
    </message>
    <message>
        <source>Signed heads of the logs</source>
        <translation>已签名的日志头</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签名时间</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>根哈希</translation>
    </message>
    <message>
        <source>cosigned by %1</source>
        <translation>%1 已会签</translation>
    </message>
    <message>
        <source>Revocations, settlements and proofs of forked logs in the file: %1.</source>
        <translation>文件内的吊销、裁定和日志分叉证明：%1 份。</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Log, entry</source>
        <translation>日志、序号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>not shared with this desk</source>
        <translation>未向本席位共享</translation>
    </message>
</context>
<context>
    <name>FactText</name>
    <message>
        <source>Desk opens its log</source>
        <translation>席位台账启用</translation>
    </message>
    <message>
        <source>Opens %1: %2</source>
        <translation>接警 %1：%2</translation>
    </message>
    <message>
        <source>Adds a call</source>
        <translation>加来电</translation>
    </message>
    <message>
        <source>Priority set to %1</source>
        <translation>定级 %1</translation>
    </message>
    <message>
        <source>Type set to %1</source>
        <translation>类型改为 %1</translation>
    </message>
    <message>
        <source>Place set to %1</source>
        <translation>地点改为 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Handled by %1 from now on</source>
        <translation>由 %1 接办</translation>
    </message>
    <message>
        <source>Offers the lead to %1</source>
        <translation>提议由%1牵头</translation>
    </message>
    <message>
        <source>%1 accepts the lead</source>
        <translation>%1承接牵头</translation>
    </message>
    <message>
        <source>Gives up the lead</source>
        <translation>卸任牵头</translation>
    </message>
    <message>
        <source>Plans %1</source>
        <translation>预派 %1</translation>
    </message>
    <message>
        <source>position %1 old</source>
        <translation>位置 %1前</translation>
    </message>
    <message>
        <source>diverted</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Dispatches %1</source>
        <translation>派 %1</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Order reaches %1</source>
        <translation>指令送达 %1</translation>
    </message>
    <message>
        <source>%1 diverted to %2</source>
        <translation>%1 改派至 %2</translation>
    </message>
    <message>
        <source>%1 released</source>
        <translation>撤派 %1</translation>
    </message>
    <message>
        <source>%1 could not go</source>
        <translation>%1 未能出动</translation>
    </message>
    <message>
        <source>Resolved, waits for the check</source>
        <translation>办结，待核查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>no check needed</source>
        <translation>免核查</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Declared void</source>
        <translation>作无效处理</translation>
    </message>
    <message>
        <source>Referred to %1</source>
        <translation>转办至 %1</translation>
    </message>
    <message>
        <source>Linked with %1</source>
        <translation>关联 %1</translation>
    </message>
    <message>
        <source>Link with %1 taken back</source>
        <translation>取消与 %1 的关联</translation>
    </message>
    <message>
        <source>units moved: %1</source>
        <translation>移入 %1 个力量</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>并入 %1</translation>
    </message>
    <message>
        <source>Split from %1</source>
        <translation>从 %1 拆分</translation>
    </message>
    <message>
        <source>Roll call: %1 answered</source>
        <translation>点名：%1 应答</translation>
    </message>
    <message>
        <source>Roll call: %1 did not answer</source>
        <translation>点名：%1 无应答</translation>
    </message>
    <message>
        <source>Registers unit %1</source>
        <translation>登记力量 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>recall within %1</source>
        <translation>%1内可召回</translation>
    </message>
    <message>
        <source>crew of %1</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 in distress</source>
        <translation>%1 遇险</translation>
    </message>
    <message>
        <source>%1 safe again</source>
        <translation>%1 解除遇险</translation>
    </message>
    <message>
        <source>%1: description changed</source>
        <translation>%1 资料更新</translation>
    </message>
    <message>
        <source>Agency opens its grants</source>
        <translation>建立部门授权</translation>
    </message>
    <message>
        <source>Dispatch by %1: %2</source>
        <translation>授权%1调派：%2</translation>
    </message>
    <message>
        <source>Real emergency declared, the drill is frozen</source>
        <translation>宣布实情，演练冻结</translation>
    </message>
    <message>
        <source>Real emergency over, the drill goes on</source>
        <translation>实情结束，演练继续</translation>
    </message>
    <message>
        <source>attached: %1</source>
        <translation>附件：%1</translation>
    </message>
    <message>
        <source>%1 takes part</source>
        <translation>%1加入</translation>
    </message>
    <message>
        <source>%1 takes part no longer</source>
        <translation>%1退出</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>冲突已处理</translation>
    </message>
    <message>
        <source>Part of an entry erased</source>
        <translation>已清除一条记录的部分内容</translation>
    </message>
    <message>
        <source>Entry of kind %1</source>
        <translation>第 %1 类记录</translation>
    </message>
    <message>
        <source>content not shared</source>
        <translation>内容未共享</translation>
    </message>
    <message>
        <source>personal details not shared</source>
        <translation>个人信息未共享</translation>
    </message>
    <message>
        <source>sealed part not shared</source>
        <translation>密件未共享</translation>
    </message>
    <message>
        <source>a unit</source>
        <translation>某力量</translation>
    </message>
    <message>
        <source>place not shared</source>
        <translation>地点未共享</translation>
    </message>
    <message>
        <source>Correction: %1 did not happen</source>
        <translation>更正：%1 并未发生</translation>
    </message>
    <message>
        <source>Correction: %1 at %2</source>
        <translation>更正：%1，时间 %2</translation>
    </message>
    <message>
        <source>Correction: began at %1</source>
        <translation>更正：始于 %1</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>shift until %1</source>
        <translation>当班至 %1</translation>
    </message>
</context>
<context>
    <name>FormFieldText</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>大写锁定已开启</translation>
    </message>
</context>
<context>
    <name>GrantText</name>
    <message>
        <source>All units</source>
        <translation>全部力量</translation>
    </message>
    <message>
        <source>Grants us</source>
        <translation>对我方授权</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>as all: %1</source>
        <translation>同全部：%1</translation>
    </message>
    <message>
        <source>our units</source>
        <translation>我方力量</translation>
    </message>
    <message>
        <source>our units of group %1</source>
        <translation>我方 %1 组力量</translation>
    </message>
    <message>
        <source>%1 cannot send %2; only we do.</source>
        <translation>%1不能派%2，只由我方派遣。</translation>
    </message>
    <message>
        <source>%1 may ask for %2 by a request; we decide each time.</source>
        <translation>%1可以请求%2，每次由我方决定。</translation>
    </message>
    <message>
        <source>%1 may send %2 by itself, without asking us first; its orders count at once.</source>
        <translation>%1可以直接派%2，不必先问我方，命令立即生效。</translation>
    </message>
    <message>
        <source>Units now: %1, available: %2.</source>
        <translation>目前涉及 %1 个力量，其中待命 %2 个。</translation>
    </message>
    <message>
        <source>There is no such unit now.</source>
        <translation>目前没有这类力量。</translation>
    </message>
    <message>
        <source>What it has sent already stays sent.</source>
        <translation>此前已派出的不受影响。</translation>
    </message>
</context>
<context>
    <name>ImportText</name>
    <message>
        <source>milestones out of order</source>
        <translation>各时刻先后颠倒</translation>
    </message>
    <message>
        <source>never cleared: the unit stays assigned</source>
        <translation>没有完毕时刻：单位仍在任务中</translation>
    </message>
    <message>
        <source>one unit on two incidents at once</source>
        <translation>同一单位同时在两起警情</translation>
    </message>
    <message>
        <source>no usable coordinates</source>
        <translation>没有可用坐标</translation>
    </message>
    <message>
        <source>digits look damaged</source>
        <translation>号码位数不对，疑被表格软件改坏</translation>
    </message>
    <message>
        <source>not a time, left out</source>
        <translation>不是时间，未采用</translation>
    </message>
    <message>
        <source>this hour came twice that night</source>
        <translation>当夜拨钟，这一小时出现两次</translation>
    </message>
    <message>
        <source>this hour did not exist that night</source>
        <translation>当夜拨钟，没有这一小时</translation>
    </message>
    <message>
        <source>characters that cannot be read</source>
        <translation>有无法识别的字符</translation>
    </message>
    <message>
        <source>a value that the mapping does not know</source>
        <translation>对照表没有的值</translation>
    </message>
    <message>
        <source>no time of dispatch: the first milestone counts</source>
        <translation>没有派出时刻：按最早的时刻算</translation>
    </message>
    <message>
        <source>closed before it was opened</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>says other things of its incident than the first row</source>
        <translation>与同一警情首行所说不一致</translation>
    </message>
    <message>
        <source>the key stands in two rows that differ</source>
        <translation>两行主键相同而内容不同</translation>
    </message>
    <message>
        <source>the last row has no line end: the file may be cut</source>
        <translation>末行没有换行：文件可能被截断</translation>
    </message>
    <message>
        <source>over by the file, but this desk&apos;s rules keep it open</source>
        <translation>文件中已结束，但按本席规则仍未关闭</translation>
    </message>
    <message>
        <source>about another incident than before: what it said there stays</source>
        <translation>所属警情与上次不同：原警情中的内容保留</translation>
    </message>
    <message>
        <source>the file has the column %1 more than once: the first counts</source>
        <translation>文件中列 %1 出现多次，以第一个为准</translation>
    </message>
    <message>
        <source>It has %1 fields, the header has another number. Look for a delimiter inside a text and put the text in quotes.</source>
        <translation>本行有 %1 个字段，与表头不符。请查看文字中是否有分隔符，并用引号括起。</translation>
    </message>
    <message>
        <source>The file ends in the middle of this row. Export it again, whole.</source>
        <translation>文件在本行中间断了。请重新完整导出。</translation>
    </message>
    <message>
        <source>A quotation mark is never closed. Close it in the file.</source>
        <translation>引号没有闭合。请在文件中补上。</translation>
    </message>
    <message>
        <source>It is longer than a row may be. Look for a missing quotation mark.</source>
        <translation>本行过长。请查看是否漏了引号。</translation>
    </message>
    <message>
        <source>There is nothing in %1, which tells rows apart.</source>
        <translation>%1 是空的，而各行靠它区分。</translation>
    </message>
    <message>
        <source>There is no time in %1.</source>
        <translation>%1 没有时间。</translation>
    </message>
    <message>
        <source>%1 in %2 is not a time of this mapping. Add its form to timeFormats.</source>
        <translation>%2 中的 %1 不是对照表认识的时间。请在 timeFormats 中加上这种写法。</translation>
    </message>
    <message>
        <source>%1 in %2 is not a callsign: 1 to 16 letters, digits and hyphens.</source>
        <translation>%2 中的 %1 不是呼号：应为 1 至 16 个字母、数字或连字符。</translation>
    </message>
    <message>
        <source>It has times of a run and no unit in %1.</source>
        <translation>有出动时刻，但 %1 没有单位。</translation>
    </message>
    <message>
        <source>Nothing was read: the file has no column %1. Choose another format or mapping.</source>
        <translation>没有读入：文件没有 %1 这一列。请换一种格式或对照表。</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 unchanged, %5 refused</source>
        <translation>共 %1 行：新增 %2，更改 %3，未变 %4，拒收 %5</translation>
    </message>
    <message>
        <source>new: %1 incidents, %2 units, %3 assignments</source>
        <translation>新增：警情 %1，单位 %2，任务 %3</translation>
    </message>
    <message>
        <source>the file has no column %1</source>
        <translation>文件没有 %1 这一列</translation>
    </message>
    <message>
        <source>Ended before the end of the file; import it again to go on.</source>
        <translation>未到文件末尾即停止；再次导入即可继续。</translation>
    </message>
    <message>
        <source>Stopped, the disk could not be written: %1. Make room and import the file again.</source>
        <translation>已停止，磁盘无法写入：%1。请腾出空间后再次导入。</translation>
    </message>
    <message>
        <source>closed without a closing time: its last time counts</source>
        <translation>已结束而没有结束时间：按其最后时刻算</translation>
    </message>
    <message>
        <source>a closing time on what is still open</source>
        <translation>尚未结束却有结束时间</translation>
    </message>
</context>
<context>
    <name>IntakePanelText</name>
    <message>
        <source>Call intake</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>A draft of %1 is left.</source>
        <translation>有 %1 的草稿未完成。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>Goes to %1 as a further call. Alt+D: a new incident after all.</source>
        <translation>将作为来电并入 %1。Alt+D 改回新警情。</translation>
    </message>
    <message>
        <source>Add call</source>
        <translation>并入来电</translation>
    </message>
    <message>
        <source>Open incident</source>
        <translation>立警情</translation>
    </message>
    <message>
        <source>Another call</source>
        <translation>另接来电</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Call broke off</source>
        <translation>来电中断</translation>
    </message>
</context>
<context>
    <name>LanguageText</name>
    <message>
        <source>en</source>
        <extracomment>The name of the language that this catalogue is in.</extracomment>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>LegendText</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Kinds of incident</source>
        <translation>警情类别</translation>
    </message>
    <message>
        <source>Agencies</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Kinds of unit</source>
        <translation>力量类别</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>position is old</source>
        <translation>位置已过时</translation>
    </message>
    <message>
        <source>incident P%1</source>
        <translation>警情 P%1</translation>
    </message>
    <message>
        <source>major incident</source>
        <translation>重大警情</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>At</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>最近故障</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件数</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>calling</source>
        <translation>呼叫中</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>握手中</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不知</translation>
    </message>
    <message>
        <source>level</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>we: %1, %2 s</source>
        <translation>我方缺 %1，%2 秒</translation>
    </message>
    <message>
        <source>they: %1, %2 s</source>
        <translation>对方缺 %1，%2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>LockText</name>
    <message>
        <source>Checking …</source>
        <translation>正在核对……</translation>
    </message>
    <message>
        <source>This operator has none of these roles any more. Sign in anew.</source>
        <translation>该值班员已不再有这些角色，请重新登录。</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>口令不正确。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Other operator</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Locked by %1</source>
        <translation>%1 已锁定</translation>
    </message>
    <message>
        <source>Position %1, since %2. Alarms go on.</source>
        <translation>岗位 %1，自 %2 起。告警照常。</translation>
    </message>
</context>
<context>
    <name>MapText</name>
    <message>
        <source>There is no such file. Check the name.</source>
        <translation>没有这个文件。请核对文件名。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check its rights.</source>
        <translation>文件读不出来：%1。请检查权限。</translation>
    </message>
    <message>
        <source>This is no map: neither a map pack (.obmap) nor MBTiles. Build a pack of an OpenStreetMap file with “oneboardctl map build”.</source>
        <translation>这不是地图：既不是地图包（.obmap），也不是 MBTiles。请用“oneboardctl map build”把 OpenStreetMap 文件做成地图包。</translation>
    </message>
    <message>
        <source>The file was cut short. Copy it again, whole, and compare the sizes.</source>
        <translation>文件不完整。请重新完整复制，并核对大小。</translation>
    </message>
    <message>
        <source>This map pack has format %1, which this program does not know. Update the program or build the pack again.</source>
        <translation>这个地图包的格式版本是 %1，本程序不认识。请更新程序，或重新制作地图包。</translation>
    </message>
    <message>
        <source>The part “%1” of the file is missing or not as it should be. Take a map from a source that you trust, or build the pack again.</source>
        <translation>文件中的“%1”缺失或不符合要求。请换用可信来源的地图，或重新制作地图包。</translation>
    </message>
    <message>
        <source>The map has no tiles. Build it again.</source>
        <translation>地图里没有瓦片。请重新制作。</translation>
    </message>
    <message>
        <source>Tiles of the format “%1” cannot be shown. Use vector tiles (pbf), PNG, JPEG or WebP.</source>
        <translation>“%1”格式的瓦片无法显示。请使用矢量瓦片（pbf）、PNG、JPEG 或 WebP。</translation>
    </message>
    <message>
        <source>The datum “%1” is not known. Known are wgs84, gcj02, bd09 and cgcs2000.</source>
        <translation>不认识坐标系“%1”。可用的有 wgs84、gcj02、bd09 和 cgcs2000。</translation>
    </message>
    <message>
        <source>The bounds “%1” are not west, south, east and north in degrees. Build the map again.</source>
        <translation>范围“%1”不是以度表示的西、南、东、北。请重新制作地图。</translation>
    </message>
    <message>
        <source>The map has tiles of the zooms %1. Zooms go from 0 to 22.</source>
        <translation>地图瓦片的级别是 %1。级别应在 0 到 22 之间。</translation>
    </message>
    <message>
        <source>The tile %1 cannot be read. Copy the map again, or build it again.</source>
        <translation>瓦片 %1 读不出来。请重新复制地图，或重新制作。</translation>
    </message>
    <message>
        <source>The content is not what was packed: somebody changed it, or storage damaged it. Copy the map again from where it was built.</source>
        <translation>内容与制作时不一致：被人改过，或存储损坏。请从制作处重新复制地图。</translation>
    </message>
    <message>
        <source>The file is damaged: %1. Copy it again, or build it again.</source>
        <translation>文件已损坏：%1。请重新复制，或重新制作。</translation>
    </message>
    <message>
        <source>Building maps needs the program %1, which is not here. Install it (Debian and Ubuntu: apt install %2).</source>
        <translation>制作地图需要程序 %1，本机没有。请安装（Debian 和 Ubuntu：apt install %2）。</translation>
    </message>
    <message>
        <source>%1 could not do its part: %2. Check that the file is an OpenStreetMap extract (.osm.pbf) and whole, and that there is room on the disk.</source>
        <translation>%1 没有完成：%2。请确认文件是完整的 OpenStreetMap 摘录（.osm.pbf），并且磁盘有空间。</translation>
    </message>
    <message>
        <source>The file holds several versions of one object. Take one moment out of it first: osmium time-filter IN -o OUT.</source>
        <translation>文件里同一对象有多个版本。请先取出某一时刻：osmium time-filter IN -o OUT。</translation>
    </message>
    <message>
        <source>There is nothing in the file. Choose another extract.</source>
        <translation>文件里没有内容。请换一个摘录。</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it like 2026-11-22.</source>
        <translation>“%1”不是日期。请写成 2026-11-22 这样。</translation>
    </message>
    <message>
        <source>What %1 made cannot be read (%2). Check that its version is 2 or 3.</source>
        <translation>%1 生成的结果读不出来（%2）。请确认其版本是 2 或 3。</translation>
    </message>
    <message>
        <source>Stopped; nothing was kept.</source>
        <translation>已停止，没有保留任何内容。</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name.</source>
        <translation>没有文件 %1。请核对文件名。</translation>
    </message>
</context>
<context>
    <name>MapViewText</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Measure: click along the way, Enter ends, Esc gives up</source>
        <translation>测距：沿路点击，回车结束，Esc 放弃</translation>
    </message>
    <message>
        <source>Click where the point is to be</source>
        <translation>点击要标注的位置</translation>
    </message>
    <message>
        <source>Line: click its points, Enter ends, Backspace takes one back</source>
        <translation>画线：逐点点击，回车结束，退格撤回一点</translation>
    </message>
    <message>
        <source>Area: click its corners, Enter ends, Backspace takes one back</source>
        <translation>画区域：逐角点击，回车结束，退格撤回一点</translation>
    </message>
    <message>
        <source>Circle: click its middle, then its edge</source>
        <translation>画圆：先点圆心，再点圆周</translation>
    </message>
    <message>
        <source>Click where the text is to stand</source>
        <translation>点击要写文字的位置</translation>
    </message>
</context>
<context>
    <name>MapWindowText</name>
    <message>
        <source>OneBoard map</source>
        <translation>一盘棋地图</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>Unit %1 was dropped on incident %2</source>
        <translation>力量 %1 已拖到警情 %2 上</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测距</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Point drawn</source>
        <translation>已画点</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <translation>测得：%1</translation>
    </message>
    <message>
        <source>Line drawn: %1</source>
        <translation>已画线：%1</translation>
    </message>
    <message>
        <source>Area drawn: %1</source>
        <translation>已画区域：%1</translation>
    </message>
    <message>
        <source>Circle drawn: radius %1</source>
        <translation>已画圆：半径 %1</translation>
    </message>
</context>
<context>
    <name>MarkText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>公安</translation>
    </message>
    <message>
        <source>Fire and rescue</source>
        <translation>消防</translation>
    </message>
    <message>
        <source>Ambulance</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>City management</source>
        <translation>城管</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>生态环境</translation>
    </message>
    <message>
        <source>Market supervision</source>
        <translation>市场监管</translation>
    </message>
    <message>
        <source>Traffic police</source>
        <translation>交警</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>交通运输</translation>
    </message>
    <message>
        <source>Emergency management</source>
        <translation>应急管理</translation>
    </message>
    <message>
        <source>Joint command</source>
        <translation>联合指挥</translation>
    </message>
    <message>
        <source>available</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>已派</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>transporting</source>
        <translation>转送</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停勤</translation>
    </message>
    <message>
        <source>Unit %1, %2, %3</source>
        <translation>力量 %1，%2，%3</translation>
    </message>
    <message>
        <source>%1, position %2 old</source>
        <translation>%1，位置是 %2前的</translation>
    </message>
    <message>
        <source>%1, calls for help</source>
        <translation>%1，呼救</translation>
    </message>
    <message>
        <source>Major incident %1, P%2</source>
        <translation>重大警情 %1，P%2</translation>
    </message>
    <message>
        <source>Incident %1, P%2</source>
        <translation>警情 %1，P%2</translation>
    </message>
    <message>
        <source>%1, overdue</source>
        <translation>%1，已超时</translation>
    </message>
    <message>
        <source>%1, drill</source>
        <translation>%1，演练</translation>
    </message>
    <message>
        <source>Facility %1</source>
        <translation>设施 %1</translation>
    </message>
</context>
<context>
    <name>PartText</name>
    <message>
        <source>new incident %1: %2</source>
        <translation>新建 %1：%2</translation>
    </message>
    <message>
        <source>%1 m away</source>
        <translation>相距 %1 米</translation>
    </message>
    <message>
        <source>%1 may be the same</source>
        <translation>%1 疑似重复</translation>
    </message>
    <message>
        <source>call added to %1</source>
        <translation>并入来电至 %1</translation>
    </message>
    <message>
        <source>now: nobody</source>
        <translation>现：无人经办</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>现：%1</translation>
    </message>
    <message>
        <source>%1 handled by this position</source>
        <translation>%1 由本岗经办</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 由 %2 改为 %3</translation>
    </message>
    <message>
        <source>note on %1</source>
        <translation>%1 备注</translation>
    </message>
    <message>
        <source>recorded for %1 (entered late)</source>
        <translation>记 %1（补录）</translation>
    </message>
    <message>
        <source>position unknown</source>
        <translation>位置未知</translation>
    </message>
    <message>
        <source>old position, %1</source>
        <translation>位置过旧，%1</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>位置 %1</translation>
    </message>
    <message>
        <source>send %1</source>
        <translation>派 %1</translation>
    </message>
    <message>
        <source>plan %1</source>
        <translation>预派 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>would be a request to %2 for %1, not a dispatch</source>
        <translation>将向%2请求 %1，不是派出</translation>
    </message>
    <message>
        <source>%1 is working on %2</source>
        <translation>%1 正在 %2 处置</translation>
    </message>
    <message>
        <source>%1 leaves %2</source>
        <translation>%1 离开 %2</translation>
    </message>
    <message>
        <source>%1 will have no more “%2”</source>
        <translation>%1 将无“%2”力量</translation>
    </message>
    <message>
        <source>%1 has the order: tell it by radio</source>
        <translation>%1 已收到指令，须电台通知</translation>
    </message>
    <message>
        <source>nobody will be left on %1</source>
        <translation>%1 将无力量</translation>
    </message>
    <message>
        <source>units left on %1: %2</source>
        <translation>%1 尚余 %2 个力量</translation>
    </message>
    <message>
        <source>takes later milestones back</source>
        <translation>撤回其后节点</translation>
    </message>
    <message>
        <source>%1 cleared</source>
        <translation>%1 完毕</translation>
    </message>
    <message>
        <source>%1 cannot go</source>
        <translation>%1 未能出动</translation>
    </message>
    <message>
        <source>%1 was told by voice: %2</source>
        <translation>记已口头告知 %1：%2</translation>
    </message>
    <message>
        <source>crew of %1</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 from “%2” to “%3”</source>
        <translation>%1 由“%2”转“%3”</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>can be recalled within %1</source>
        <translation>%1内可召回</translation>
    </message>
    <message>
        <source>%1 in distress: alarm at every desk</source>
        <translation>%1 遇险，全网告警</translation>
    </message>
    <message>
        <source>distress of %1 ends</source>
        <translation>解除 %1 遇险</translation>
    </message>
    <message>
        <source>roll call on %1, answered</source>
        <translation>%1 点名，均应答</translation>
    </message>
    <message>
        <source>roll call on %1, no answer</source>
        <translation>%1 点名，无应答</translation>
    </message>
    <message>
        <source>real emergency over: the drill goes on at all desks</source>
        <translation>实情结束，各席位演练继续</translation>
    </message>
    <message>
        <source>real emergency: the drill freezes at all desks</source>
        <translation>宣布实情，各席位演练冻结</translation>
    </message>
    <message>
        <source>offer the lead of %1 to %2</source>
        <translation>提议 %1 由%2牵头</translation>
    </message>
    <message>
        <source>until it is accepted %1 answers for it</source>
        <translation>对方接收前由%1负责</translation>
    </message>
    <message>
        <source>take the lead of %1 over from %2</source>
        <translation>承接 %1 牵头，原由%2负责</translation>
    </message>
    <message>
        <source>refer %1 to %2, in effect once they have accepted</source>
        <translation>%1 转 %2，对方接收后生效</translation>
    </message>
    <message>
        <source>link %1 with %2</source>
        <translation>关联 %1 与 %2</translation>
    </message>
    <message>
        <source>units moved: %1</source>
        <translation>移入 %1 个力量</translation>
    </message>
    <message>
        <source>keep %1, merge %2 into it</source>
        <translation>保留 %1，并入 %2</translation>
    </message>
    <message>
        <source>split %1 from %2</source>
        <translation>%1 从 %2 拆分</translation>
    </message>
    <message>
        <source>another person has to check</source>
        <translation>须另一人核查</translation>
    </message>
    <message>
        <source>still open: %1</source>
        <translation>未完 %1 项</translation>
    </message>
    <message>
        <source>close %1</source>
        <translation>%1 结案</translation>
    </message>
    <message>
        <source>reopen %1</source>
        <translation>重开 %1</translation>
    </message>
    <message>
        <source>%1 void</source>
        <translation>%1 作无效处理</translation>
    </message>
    <message>
        <source>%1 was merged and goes on as %2</source>
        <translation>%1 已并入，按 %2 办理</translation>
    </message>
    <message>
        <source>%1 is handled by %2</source>
        <translation>%1 由 %2 经办</translation>
    </message>
    <message>
        <source>new unit of %1: %2</source>
        <translation>%1新建力量 %2</translation>
    </message>
    <message>
        <source>shift until %1</source>
        <translation>当班至 %1</translation>
    </message>
    <message>
        <source>skills as registered</source>
        <translation>能力按登记</translation>
    </message>
    <message>
        <source>no vehicle</source>
        <translation>不填车辆</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>不填姓名</translation>
    </message>
</context>
<context>
    <name>PhraseText</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What happened, and details in brackets.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What happened, and the words of whoever entered it.</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PlaceLineText</name>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图点选</translation>
    </message>
    <message>
        <source>Click the place on the map …</source>
        <translation>请在地图上点选位置……</translation>
    </message>
    <message>
        <source>Does the point still hold?</source>
        <translation>原点位还对吗？</translation>
    </message>
    <message>
        <source>No point yet</source>
        <translation>尚无点位</translation>
    </message>
</context>
<context>
    <name>PolicyText</name>
    <message>
        <source>%1 is not told where units are</source>
        <translation>不向%1提供单位位置</translation>
    </message>
    <message>
        <source>%1 is told where units are</source>
        <translation>向%1提供单位位置</translation>
    </message>
    <message>
        <source>to %1 m</source>
        <translation>精确到%1米</translation>
    </message>
    <message>
        <source>%1 s later</source>
        <translation>延迟%1秒</translation>
    </message>
    <message>
        <source>Dispatch of %2 by %1: %3</source>
        <translation>%1调度%2：%3</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>as every agency without a policy: positions shared, dispatch by itself</source>
        <translation>未设政策：共享位置，自行调度</translation>
    </message>
</context>
<context>
    <name>PremiseCardText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Earlier at this address</source>
        <translation>该地址历史警情</translation>
    </message>
    <message>
        <source>Shown as soon as there is an address.</source>
        <translation>填写地址后显示。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查询……</translation>
    </message>
    <message>
        <source>Nothing is known from before.</source>
        <translation>没有历史记录。</translation>
    </message>
    <message>
        <source>The history cannot be reached at the moment.</source>
        <translation>历史记录暂时无法查询。</translation>
    </message>
    <message>
        <source>+%1 places</source>
        <translation>另 %1 处</translation>
    </message>
    <message>
        <source>+%1 earlier</source>
        <translation>历史另 %1 起</translation>
    </message>
    <message>
        <source>Hazards at this place</source>
        <translation>本处风险</translation>
    </message>
</context>
<context>
    <name>PremiseFaultText</name>
    <message>
        <source>This is no table and no GeoJSON that can be read: %1.</source>
        <translation>不是可读取的表格或 GeoJSON：%1。</translation>
    </message>
    <message>
        <source>The file has no column %1.</source>
        <translation>文件中没有“%1”这一列。</translation>
    </message>
    <message>
        <source>%1 and %2 mean the same. Keep one of them.</source>
        <translation>“%1”与“%2”含义相同，请只保留一列。</translation>
    </message>
    <message>
        <source>There is no place in it. To empty the list: premise remove --all.</source>
        <translation>文件中没有场所记录。如需清空，请用 premise remove --all。</translation>
    </message>
    <message>
        <source>A desk holds at most %1 records.</source>
        <translation>一个席位最多保存 %1 条记录。</translation>
    </message>
    <message>
        <source>It has %1 fields, the header has another number. Look for a delimiter inside a text and put the text in quotes.</source>
        <translation>本行有 %1 个字段，与表头不一致。请检查文字中的分隔符，并将该文字加引号。</translation>
    </message>
    <message>
        <source>A quotation mark is never closed. Close it in the file.</source>
        <translation>引号没有闭合，请在文件中补上。</translation>
    </message>
    <message>
        <source>It is longer than a row may be. Look for a missing quotation mark.</source>
        <translation>本行过长，请检查是否缺少引号。</translation>
    </message>
    <message>
        <source>It has characters that cannot be read. If the file comes from a Chinese spreadsheet, add --encoding gb18030.</source>
        <translation>含有无法识别的字符。如文件由中文表格软件导出，请加 --encoding gb18030。</translation>
    </message>
    <message>
        <source>There is no name in %1.</source>
        <translation>“%1”列未填名称。</translation>
    </message>
    <message>
        <source>It has neither an address nor coordinates.</source>
        <translation>既无地址，也无坐标。</translation>
    </message>
    <message>
        <source>%1 is no place on earth.</source>
        <translation>%1 不是有效坐标。</translation>
    </message>
    <message>
        <source>Latitude and longitude look exchanged: %1.</source>
        <translation>经度与纬度疑似颠倒：%1。</translation>
    </message>
    <message>
        <source>Its geometry is no point and no closed polygon of at least three corners.</source>
        <translation>图形不是点，也不是至少三个角点的闭合多边形。</translation>
    </message>
    <message>
        <source>Its outline has more than %1 corners.</source>
        <translation>轮廓角点超过 %1 个。</translation>
    </message>
    <message>
        <source>%1 in %2 is no radius: 1 to 10000 metres.</source>
        <translation>“%2”列的 %1 不是有效半径：应为 1 至 10000 米。</translation>
    </message>
    <message>
        <source>It names no hazard and says nothing.</source>
        <translation>既未列出风险，也无说明。</translation>
    </message>
    <message>
        <source>%1 in %2 is no hazard of the list. See premise hazards.</source>
        <translation>“%2”列的“%1”不在风险清单中，清单见 premise hazards。</translation>
    </message>
    <message>
        <source>It has more than %1 hazards.</source>
        <translation>风险超过 %1 项。</translation>
    </message>
    <message>
        <source>%1 in %2 is no date such as 2026-12-31.</source>
        <translation>“%2”列的 %1 不是日期，应如 2026-12-31。</translation>
    </message>
    <message>
        <source>%1 in %2 is later than today.</source>
        <translation>“%2”列的 %1 晚于今天。</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes.</source>
        <translation>“%1”列超过 %2 字节。</translation>
    </message>
    <message>
        <source>It is the same place as in line %1, or has the same id.</source>
        <translation>与第 %1 行为同一场所，或编号相同。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 places new, %2 replaced, %3 removed</source>
        <translation>新增 %1 处，替换 %2 处，删除 %3 处</translation>
    </message>
    <message>
        <source>Nothing was taken: %1 faults. Mend the file and import it again.</source>
        <translation>未导入任何记录：共 %1 处错误。请改正文件后重新导入。</translation>
    </message>
    <message>
        <source>Columns that mean nothing here: %1</source>
        <translation>未使用的列：%1</translation>
    </message>
</context>
<context>
    <name>PremiseText</name>
    <message>
        <source>danger to life</source>
        <translation>危及生命</translation>
    </message>
    <message>
        <source>take care</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>access</source>
        <translation>通行</translation>
    </message>
    <message>
        <source>never checked</source>
        <translation>从未核查</translation>
    </message>
    <message>
        <source>last checked %1</source>
        <translation>最后核查 %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>%1 已过期</translation>
    </message>
    <message>
        <source>at this place</source>
        <translation>就在此处</translation>
    </message>
    <message>
        <source>%1 m away</source>
        <translation>距 %1 米</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>核查 %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>Caution: %1</source>
        <extracomment>Before hazards of the place where units are sent.</extracomment>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 (%2, record expired)</source>
        <translation>%1（%2，记录已过期）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 more records</source>
        <translation>另有 %1 条记录</translation>
    </message>
    <message>
        <source>Contacts are for call-takers, dispatchers, duty officers and supervisors who are signed in.</source>
        <translation>联系人仅限已登录的接警员、调度员、值班员和值班长查看。</translation>
    </message>
    <message>
        <source>There is no contact here any more.</source>
        <translation>此处已没有联系人。</translation>
    </message>
    <message>
        <source>Who asks must be recorded first, and this desk cannot write at the moment.</source>
        <translation>查看前须先登记查看人，而本席位暂时无法写入。</translation>
    </message>
    <message>
        <source>The contact cannot be read. Import the record again.</source>
        <translation>联系人无法读取，请重新导入该记录。</translation>
    </message>
</context>
<context>
    <name>PreviewText</name>
    <message>
        <source>Search for “%1”</source>
        <translation>查找“%1”</translation>
    </message>
    <message>
        <source>Show %1 on the map</source>
        <translation>地图定位 %1</translation>
    </message>
    <message>
        <source>Help on %1</source>
        <translation>%1的用法</translation>
    </message>
    <message>
        <source>All verbs</source>
        <translation>全部动词</translation>
    </message>
    <message>
        <source>A unit is busy.</source>
        <translation>有力量正在处置。</translation>
    </message>
    <message>
        <source>A unit is only on recall.</source>
        <translation>有力量仅可召回，到位需时。</translation>
    </message>
    <message>
        <source>A position is old or unknown.</source>
        <translation>有位置过旧或未知。</translation>
    </message>
    <message>
        <source>A unit belongs to another agency.</source>
        <translation>有他部门力量。</translation>
    </message>
    <message>
        <source>The number goes on under another.</source>
        <translation>编号已并入另一警情。</translation>
    </message>
    <message>
        <source>Another position handles it.</source>
        <translation>该警情由他岗经办。</translation>
    </message>
    <message>
        <source>It may have been reported already.</source>
        <translation>可能已有人报过。</translation>
    </message>
    <message>
        <source>This takes back a later milestone.</source>
        <translation>将撤回其后已报的节点。</translation>
    </message>
    <message>
        <source>Press Enter again to confirm.</source>
        <translation>再按一次回车确认。</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>Between the pieces of what Enter will do.</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>No alarm is waiting to be silenced.</source>
        <translation>没有待消音的告警。</translation>
    </message>
    <message>
        <source>Silence, which solves nothing: %1</source>
        <translation>消音，未解除：%1</translation>
    </message>
    <message>
        <source>There is no alarm to shelve.</source>
        <translation>没有可搁置的告警。</translation>
    </message>
    <message>
        <source>Shelve until %1: %2 (%3)</source>
        <translation>搁置至 %1：%2（%3）</translation>
    </message>
    <message>
        <source>A call for help is among them.</source>
        <translation>其中有遇险告警。</translation>
    </message>
</context>
<context>
    <name>PriorityRowText</name>
    <message>
        <source>Priority</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>%1, as the type has it</source>
        <translation>%1，按类型默认</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>Nothing was typed. Begin with a verb, such as NI or D; ? lists them all.</source>
        <translation>还没有输入内容。请以动词开头，如 接警（NI）、派（D）；输入 ? 查看全部动词。</translation>
    </message>
    <message>
        <source>“%1” is not a verb. Type ? for the list.</source>
        <translation>没有“%1”这个动词。输入 ? 查看全部动词。</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>还缺%1，请补上。</translation>
    </message>
    <message>
        <source>“%1” is not expected here. Take it out; free text begins with /.</source>
        <translation>这里不该有“%1”。请删去；说明文字以 / 开头。</translation>
    </message>
    <message>
        <source>“%2” does not do for %1. Check it and type it again.</source>
        <translation>“%2”不能作为%1，请核对后重新输入。</translation>
    </message>
    <message>
        <source>“%1” is not a time of day. Type it like @2140.</source>
        <translation>“%1”不是有效时刻。请按 @2140 的格式输入。</translation>
    </message>
    <message>
        <source>The line is too long: at most %1 characters. Shorten it and put the rest into a note (N).</source>
        <translation>输入过长，最多 %1 个字符。请缩短，其余内容另记备注（N）。</translation>
    </message>
    <message>
        <source>No incident is selected, so the dot means nothing. Select one in the queue or type its number.</source>
        <translation>没有选中警情，“.”无所指。请先在列表中选中，或直接输入编号。</translation>
    </message>
    <message>
        <source>There is no incident %1 here. Check the number or search with FIND.</source>
        <translation>没有找到警情 %1。请核对编号，或用查（FIND）查找。</translation>
    </message>
    <message>
        <source>%1 fits more than one incident. Type more of the number.</source>
        <translation>“%1”对应多起警情，请多输几位编号。</translation>
    </message>
    <message>
        <source>There is no unit %1. Check the callsign; with its agency it reads FD-E07.</source>
        <translation>没有找到力量 %1。请核对呼号，可加部门简称，如 消E07。</translation>
    </message>
    <message>
        <source>%1 fits more than one unit. Add the agency, as in FD-E07.</source>
        <translation>“%1”对应多个力量，请加部门简称，如 消E07。</translation>
    </message>
    <message>
        <source>“%1” is not a type of incident. Use another word, or choose from the candidates.</source>
        <translation>没有“%1”这个警情类型。请换个说法，或从候选中选一个。</translation>
    </message>
    <message>
        <source>“%1” is not in the list for this place. Choose from the candidates.</source>
        <translation>“%1”不在可选范围内，请从候选中选一个。</translation>
    </message>
    <message>
        <source>There is no agency “%1” in this realm. Check its name or code.</source>
        <translation>本域没有“%1”这个部门。请核对名称或代码。</translation>
    </message>
    <message>
        <source>%1 belongs to another agency, which alone may do this. Ask that agency.</source>
        <translation>%1 不归本部门，只能由其所属部门办理。请联系该部门。</translation>
    </message>
    <message>
        <source>Only the lead agency of %1 may do this. Ask it, or agree with it on handing over the lead (LD).</source>
        <translation>只有 %1 的牵头单位可以办理。请联系牵头单位，或商定移交牵头（LD）。</translation>
    </message>
    <message>
        <source>Only the agency that first received %1 may do this. Ask that agency.</source>
        <translation>只有 %1 的首接单位可以办理。请联系首接单位。</translation>
    </message>
    <message>
        <source>Only a supervisor may do this. Ask the supervisor on duty.</source>
        <translation>此操作须由值班长办理。请报告当班值班长。</translation>
    </message>
    <message>
        <source>You resolved %1 yourself. Another person has to check and close it.</source>
        <translation>%1 由您本人提交办结，须由另一人核查后结案。</translation>
    </message>
    <message>
        <source>%2 has not opened %1 to direct dispatch. Ask %2 to send it.</source>
        <translation>%2未授权直派 %1。请联系%2，请其派出。</translation>
    </message>
    <message>
        <source>A newer version has written to %1, so it can only be read here. Upgrade this desk first.</source>
        <translation>%1 已被新版本软件写入，本席位只能查看。请先升级本席位。</translation>
    </message>
    <message>
        <source>Your agency takes no part in %1. Ask an agency that does to let it in.</source>
        <translation>本部门未参与 %1，不能操作。请由参与部门先行授权。</translation>
    </message>
    <message>
        <source>%1 is not open any more (%2). If work goes on, reopen it (REOPEN); if it was merged, use the number it goes on under.</source>
        <translation>%1 现为“%2”，不再是未结警情。仍需处置的，先重开（REOPEN）；已并入的，请用并入后的编号。</translation>
    </message>
    <message>
        <source>%1 is “%2” and not waiting for the check. Have the lead agency resolve it first.</source>
        <translation>%1 现为“%2”，尚未提交核查。请牵头单位先办结。</translation>
    </message>
    <message>
        <source>%1 is still open. There is nothing to reopen.</source>
        <translation>%1 尚未结案，无需重开。</translation>
    </message>
    <message>
        <source>Units are still working on %1: %2. Clear (CL) or release (REL) them first.</source>
        <translation>%1 还有力量在处置：%2。请先报完毕（CL）或撤派（REL）。</translation>
    </message>
    <message>
        <source>Requests for %1 are still open: %2. Wait until they are done, or withdraw them.</source>
        <translation>%1 还有未办结的协作请求：%2。请等其完成，或先撤回。</translation>
    </message>
    <message>
        <source>Somebody has been on scene at %1, so it cannot be void. Close it with its disposition (CLOSE).</source>
        <translation>%1 已有力量到过现场，不能作无效处理。请写明处置结果后结案（CLOSE）。</translation>
    </message>
    <message>
        <source>How did %1 end? Add the disposition.</source>
        <translation>%1 还缺处置结果，请在末尾补上。</translation>
    </message>
    <message>
        <source>%1 wants a reason. Add it at the end.</source>
        <translation>%1须写明理由，请在末尾补上。</translation>
    </message>
    <message>
        <source>%1 is off duty. Log it on first (ON), or choose another unit.</source>
        <translation>%1 已下勤。请先上勤（ON），或另选力量。</translation>
    </message>
    <message>
        <source>%1 is out of service (%2). Choose another unit; once it is back, set it available (AV).</source>
        <translation>%1 停勤中（%2）。请另选力量；恢复后设为待命（AV）。</translation>
    </message>
    <message>
        <source>%1 is out of service. Choose another unit.</source>
        <translation>%1 停勤中。请另选力量。</translation>
    </message>
    <message>
        <source>%1 is still working on %2. Clear it (CL) or release it (REL) first, or divert it with DV.</source>
        <translation>%1 还在 %2 出警中。先完毕（CL）或撤派（REL），或用 DV 改派。</translation>
    </message>
    <message>
        <source>%1 is not assigned to %2. Check callsign and number, or dispatch it first (D).</source>
        <translation>%1 不在 %2 的处置力量中。请核对呼号和编号，或先派出（D）。</translation>
    </message>
    <message>
        <source>%1 has no assignment. Check the callsign, or dispatch it first (D).</source>
        <translation>%1 现在没有任务。请核对呼号，或先派出（D）。</translation>
    </message>
    <message>
        <source>%1 is on more than one incident: %2. Say which one by its number.</source>
        <translation>%1 同时在多起警情上：%2。请写明是哪一起的编号。</translation>
    </message>
    <message>
        <source>%1 is assigned to %2 already. There is nothing to do.</source>
        <translation>%1 已派往 %2，无需重派。</translation>
    </message>
    <message>
        <source>%1 has not been on scene, so it cannot be cleared. Report its arrival (OS), or release it (REL).</source>
        <translation>%1 还没有到场，不能报完毕。请先报到场（OS），或撤派（REL）。</translation>
    </message>
    <message>
        <source>%1 is “%2” already. There is nothing to do.</source>
        <translation>%1 已是“%2”，无需再操作。</translation>
    </message>
    <message>
        <source>It is so already. There is nothing to do.</source>
        <translation>已是这个状态，无需再操作。</translation>
    </message>
    <message>
        <source>%1 reached “%2” at %3 already. If that time is wrong, say so in a note (N).</source>
        <translation>%1 已于 %3 报“%2”。如时间有误，请记备注（N）说明。</translation>
    </message>
    <message>
        <source>%1 is “%2” and cannot become “%3” from there. Check where it stands.</source>
        <translation>%1 现为“%2”，不能直接转为“%3”。请核对当前状态。</translation>
    </message>
    <message>
        <source>This step is not possible from the state it is in. Check where it stands.</source>
        <translation>从现有状态不能这样操作。请核对当前状态。</translation>
    </message>
    <message>
        <source>In distress: %1. Get voice contact; only when its own supervisor has ended the distress (SAFE) does this work.</source>
        <translation>%1 遇险中。请先通话确认，由其值班长解除遇险（SAFE）后再办理。</translation>
    </message>
    <message>
        <source>%1 is not in distress. There is nothing to end.</source>
        <translation>%1 没有遇险，无需解除。</translation>
    </message>
    <message>
        <source>Nobody has offered your agency the lead of %1. Have it offered first (LD).</source>
        <translation>没有人向本部门提出移交 %1 的牵头。请先由对方提出（LD）。</translation>
    </message>
    <message>
        <source>Your agency has a unit %1 already. Choose another callsign.</source>
        <translation>本部门已有呼号 %1，请换一个。</translation>
    </message>
    <message>
        <source>The number %1 is taken. Use another one.</source>
        <translation>编号 %1 已被占用，请换一个。</translation>
    </message>
    <message>
        <source>This desk has used up its incident numbers for %1. Take the call at another desk and tell the administrator.</source>
        <translation>本席位 %1 的警情编号已用完。请改由其他席位接警，并通知系统管理员。</translation>
    </message>
    <message>
        <source>Both are the same incident, %1. Check the other number.</source>
        <translation>两处都是警情 %1，请核对另一个编号。</translation>
    </message>
    <message>
        <source>Linked already: %1. There is nothing to do.</source>
        <translation>已经关联：%1。无需再操作。</translation>
    </message>
    <message>
        <source>Not linked: %1. Check the numbers.</source>
        <translation>没有关联：%1。请核对编号。</translation>
    </message>
    <message>
        <source>These would be merged into each other: %1. Decide which is kept and split the other merge first (SPLIT).</source>
        <translation>这样会互相并入：%1。请商定保留哪一起，先拆分（SPLIT）原有并入。</translation>
    </message>
    <message>
        <source>%1 is still to come. Type a time that has passed.</source>
        <translation>%1 还没到。请输入已经过去的时刻。</translation>
    </message>
    <message>
        <source>That is before the incident was opened (%1). Check the time.</source>
        <translation>早于该警情的接警时间（%1），请核对时间。</translation>
    </message>
    <message>
        <source>There is no open conflict %1. Somebody may have settled it.</source>
        <translation>没有待处理的冲突 %1，可能已由他人处理。</translation>
    </message>
    <message>
        <source>Too much: for %1 the limit is %2. Shorten it or do it in parts.</source>
        <translation>超出上限：%1最多 %2。请缩短或分几次办理。</translation>
    </message>
    <message>
        <source>This desk cannot save (%1); it only shows. Work at another desk and call the administrator now.</source>
        <translation>本席位无法保存（%1），只能查看。请立即改用其他席位，并通知系统管理员。</translation>
    </message>
    <message>
        <source>This desk has no certificate of its agency. Have it enrolled first.</source>
        <translation>本席位还没有本部门的证书。请先办理入域。</translation>
    </message>
    <message>
        <source>This version cannot do %1 yet. Do it by phone and record it in a note (N).</source>
        <translation>本版本还不能办理%1。请电话办理，并记备注（N）。</translation>
    </message>
    <message>
        <source>This needs one of these roles: %1. Ask somebody who has it.</source>
        <translation>此操作须具有以下角色之一：%1。请由有权限的人员办理。</translation>
    </message>
    <message>
        <source>A real emergency was declared and the drill is frozen. Only distress, notes and ending it (NODUFF) go on.</source>
        <translation>已宣布实情，演练冻结。现在只能报遇险、记备注和结束实情（NODUFF）。</translation>
    </message>
    <message>
        <source>This is for drills only, and this is live.</source>
        <translation>此操作只用于演练，当前为实战。</translation>
    </message>
    <message>
        <source>%1 was dispatched only at %2. Check the time.</source>
        <translation>%1 于 %2 才派出，请核对时间。</translation>
    </message>
    <message>
        <source>No unit is working on %1. There is nobody to ask.</source>
        <translation>%1 没有力量在处置，无人可点名。</translation>
    </message>
    <message>
        <source>%2 answers for %1 and cannot leave it. Hand the lead over first (LD).</source>
        <translation>%2仍对 %1 负责，不能退出。请先移交牵头（LD）。</translation>
    </message>
    <message>
        <source>This was refused. Ask the administrator why.</source>
        <translation>这项操作未被允许。请向系统管理员询问原因。</translation>
    </message>
    <message>
        <source>Candidates: %1.</source>
        <translation>候选：%1。</translation>
    </message>
    <message>
        <source>not its own agency</source>
        <translation>不是所属部门</translation>
    </message>
    <message>
        <source>agency took no part</source>
        <translation>该部门未参与</translation>
    </message>
    <message>
        <source>not the lead agency</source>
        <translation>不是牵头单位</translation>
    </message>
    <message>
        <source>not the first receiver</source>
        <translation>不是首接单位</translation>
    </message>
    <message>
        <source>lead was not offered</source>
        <translation>未提出移交牵头</translation>
    </message>
    <message>
        <source>was not merged</source>
        <translation>当时未并入</translation>
    </message>
    <message>
        <source>incident was not open</source>
        <translation>警情当时已不是未结</translation>
    </message>
    <message>
        <source>incident was not resolved</source>
        <translation>警情当时未提交核查</translation>
    </message>
    <message>
        <source>incident was still open</source>
        <translation>警情当时尚未结案</translation>
    </message>
    <message>
        <source>units were still working</source>
        <translation>当时还有力量在处置</translation>
    </message>
    <message>
        <source>somebody had been on scene</source>
        <translation>已有力量到过现场</translation>
    </message>
    <message>
        <source>unit was not assigned</source>
        <translation>该力量当时没有任务</translation>
    </message>
    <message>
        <source>unit was assigned already</source>
        <translation>该力量当时已在任务中</translation>
    </message>
    <message>
        <source>unit was not in distress</source>
        <translation>当时没有遇险</translation>
    </message>
    <message>
        <source>step was not possible</source>
        <translation>当时不能这样操作</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1等</translation>
    </message>
    <message>
        <source>This desk was revoked by its agency: nothing it writes counts. Work at another desk and call the administrator.</source>
        <translation>本席位已被所属部门吊销，录入的内容不再有效。请换一个席位工作，并通知管理员。</translation>
    </message>
    <message>
        <source>the disk is full: make room on it</source>
        <translation>磁盘已满，请清出空间</translation>
    </message>
    <message>
        <source>it is starting again</source>
        <translation>正在重新启动</translation>
    </message>
</context>
<context>
    <name>ReplayText</name>
    <message>
        <source>Nothing was replayed: the file has no column %1. Choose another format or mapping.</source>
        <translation>没有回放：文件中没有 %1 列。请换一种格式或映射。</translation>
    </message>
    <message>
        <source>%1 rows replayed by %2 commands, %3 refused</source>
        <translation>%1 行，以 %2 条命令回放，%3 条被拒绝</translation>
    </message>
    <message>
        <source>new: %1 incidents, %2 units</source>
        <translation>新增：%1 起警情，%2 个力量</translation>
    </message>
    <message>
        <source>%1 milestones entered as corrections, %2 units released that were never on scene</source>
        <translation>%1 个节点以更正录入，%2 次未到场的出动按撤派结束</translation>
    </message>
    <message>
        <source>%1 calls passed over: this desk has them already. To replay them once more, make another desk.</source>
        <translation>跳过 %1 起警情：本席位已有。要再回放一次，请另建席位。</translation>
    </message>
    <message>
        <source>Ended before the end of the record; what was begun stays as it is.</source>
        <translation>在记录结束前停止；已开始的保持原样。</translation>
    </message>
    <message>
        <source>Stopped, the disk could not be written: %1. Make room and replay the file on another desk.</source>
        <translation>已停止，磁盘无法写入：%1。请腾出空间，并在另一席位回放该文件。</translation>
    </message>
</context>
<context>
    <name>RingBackListText</name>
    <message>
        <source>Ring back</source>
        <translation>待回拨</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>not reached ×%1</source>
        <translation>未接通 ×%1</translation>
    </message>
</context>
<context>
    <name>RoleChoiceText</name>
    <message>
        <source>Roles that are taken up now</source>
        <translation>本次使用的角色</translation>
    </message>
</context>
<context>
    <name>SentenceText</name>
    <message>
        <source>, </source>
        <extracomment>Between the things of a list.</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>SignInPageText</name>
    <message>
        <source>letters, digits and - . _ / only</source>
        <translation>只能用字母、数字和 - . _ /</translation>
    </message>
    <message>
        <source>A position is wanted: the post that the work belongs to, such as FD-1.</source>
        <translation>请填写岗位，即工作所属的岗，例如 FD-1。</translation>
    </message>
    <message>
        <source>At least one role is taken up.</source>
        <translation>至少选用一个角色。</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核对……</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type both again.</source>
        <translation>两次口令不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存……</translation>
    </message>
    <message>
        <source>The roles of this operator have changed. Choose again.</source>
        <translation>该值班员的角色已有变动，请重新选择。</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>值班员</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>for example FD-1</source>
        <translation>例如 FD-1</translation>
    </message>
    <message>
        <source>Operators of this desk</source>
        <translation>本席位的值班员</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>First operator of this desk</source>
        <translation>本席位的首位值班员</translation>
    </message>
    <message>
        <source>Nobody can sign in here yet. Whoever is made now gets all roles, also those of supervisor and administrator, and can take up fewer at each sign-in. Others are added with oneboardctl operator add.</source>
        <translation>目前还没有人能在此登录。现在建立的值班员拥有全部角色，包括值班长和管理员；每次登录时可少选几个。其他人用 oneboardctl operator add 添加。</translation>
    </message>
    <message>
        <source>Make and sign in</source>
        <translation>建立并登录</translation>
    </message>
    <message>
        <source>Nobody can sign in</source>
        <translation>无法登录</translation>
    </message>
    <message>
        <source>The list of operators cannot be read, so nobody can be recognised.</source>
        <translation>值班员名单无法读取，因此无法识别任何人。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>仅限 %1</translation>
    </message>
</context>
<context>
    <name>SignInText</name>
    <message>
        <source>The list of operators cannot be read. Nobody can sign in until it is restored.</source>
        <translation>值班员名单无法读取，恢复之前无法登录。</translation>
    </message>
    <message>
        <source>Name or passphrase is wrong.</source>
        <translation>姓名或口令不正确。</translation>
    </message>
    <message>
        <source>Too many wrong attempts for this name. The next one is taken in %1.</source>
        <translation>该姓名连续输错次数过多，%1 后才能再试。</translation>
    </message>
    <message>
        <source>Somebody was made meanwhile. Sign in with that name.</source>
        <translation>在此期间已建立值班员，请用该姓名登录。</translation>
    </message>
    <message>
        <source>A name is one line of at most 256 bytes.</source>
        <translation>姓名须为一行文字，不超过 256 字节。</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>口令至少 %1 个字符。</translation>
    </message>
    <message>
        <source>The operator could not be saved</source>
        <translation>值班员未能保存</translation>
    </message>
    <message>
        <source>Passphrase of %1</source>
        <translation>%1 的口令</translation>
    </message>
    <message>
        <source>This desk has operators. Say who you are with --operator NAME; the passphrase is asked for, or read from --passphrase-file FILE.</source>
        <translation>本席位已设值班员。请用 --operator 姓名 说明身份；口令在终端输入，或从 --passphrase-file 文件 读取。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the passphrase. Give --passphrase-file FILE, or the file&apos;s name in ONEBOARD_PASSPHRASE_FILE.</source>
        <translation>没有可输入口令的终端。请用 --passphrase-file 文件 给出口令，或在 ONEBOARD_PASSPHRASE_FILE 中写明文件名。</translation>
    </message>
    <message>
        <source>This operator does not have the role %1, only %2. Leave --role out, or ask a supervisor for the role.</source>
        <translation>该值班员没有角色：%1；现有角色：%2。请去掉 --role，或请值班长授予该角色。</translation>
    </message>
    <message>
        <source>This operator works from %1 only. Choose one of them, or ask a supervisor for the position.</source>
        <translation>该值班员只在岗位 %1 值班。请从中选择，或请值班长增加岗位。</translation>
    </message>
    <message>
        <source>Only a supervisor or an administrator changes operators; one&apos;s own passphrase anybody may change.</source>
        <translation>值班员只能由值班长或系统管理员变更；本人的口令可自行更改。</translation>
    </message>
    <message>
        <source>This sign-in has ended: the shift is over, the desk was restarted or the operator was changed. Sign in anew.</source>
        <translation>本次登录已失效：已交班、席位已重启，或值班员有变动。请重新登录。</translation>
    </message>
    <message>
        <source>This desk has no operators, so nobody signs in: names, positions and roles are taken as they are said.</source>
        <translation>本席位未设值班员，无需登录：姓名、岗位和角色以填报为准。</translation>
    </message>
</context>
<context>
    <name>SopPanelText</name>
    <message>
        <source>Card: %1</source>
        <translation>处置卡：%1</translation>
    </message>
    <message>
        <source>template, not reviewed</source>
        <translation>模板，未经审定</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Tell the caller</source>
        <translation>告知报警人</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>Inform: %1</source>
        <translation>通报：%1</translation>
    </message>
</context>
<context>
    <name>StateText</name>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>Referred</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>To assign</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派</translation>
    </message>
    <message>
        <source>En route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Under control</source>
        <translation>已控制</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>下勤</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>On recall</source>
        <translation>可调用</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停勤</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>预派</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>接令</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>集结</translation>
    </message>
    <message>
        <source>Transporting</source>
        <translation>转运</translation>
    </message>
    <message>
        <source>At destination</source>
        <translation>送达目的地</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>处置完毕</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>撤派</translation>
    </message>
    <message>
        <source>Could not go</source>
        <translation>未能出动</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话报警</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>当面报警</translation>
    </message>
    <message>
        <source>Radio call</source>
        <translation>电台报警</translation>
    </message>
    <message>
        <source>Automatic alarm</source>
        <translation>自动报警装置</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>互联网报警</translation>
    </message>
    <message>
        <source>Another agency</source>
        <translation>其他部门转来</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>系统导入</translation>
    </message>
    <message>
        <source>Other way</source>
        <translation>其他途径</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>值班员录入</translation>
    </message>
    <message>
        <source>By radio</source>
        <translation>电台报告</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话报告</translation>
    </message>
    <message>
        <source>Unit&apos;s terminal</source>
        <translation>车载终端</translation>
    </message>
    <message>
        <source>Geofence</source>
        <translation>电子围栏</translation>
    </message>
    <message>
        <source>From paper</source>
        <translation>纸质补录</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>by the system</source>
        <translation>系统送达</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口头告知</translation>
    </message>
    <message>
        <source>by radio</source>
        <translation>电台告知</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话告知</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>当面告知</translation>
    </message>
    <message>
        <source>related</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>主警情</translation>
    </message>
    <message>
        <source>part</source>
        <translation>分警情</translation>
    </message>
    <message>
        <source>own agency only</source>
        <translation>仅限本部门</translation>
    </message>
    <message>
        <source>direct dispatch</source>
        <translation>可直派</translation>
    </message>
    <message>
        <source>on request</source>
        <translation>须请求</translation>
    </message>
    <message>
        <source>in effect</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>against the rules, without effect</source>
        <translation>不合规则，未生效</translation>
    </message>
    <message>
        <source>not understood by this version</source>
        <translation>本版本不识别</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
</context>
<context>
    <name>SymbolText</name>
    <message>
        <source>fire</source>
        <translation>火灾</translation>
    </message>
    <message>
        <source>hazardous material</source>
        <translation>危险化学品</translation>
    </message>
    <message>
        <source>rescue</source>
        <translation>救援</translation>
    </message>
    <message>
        <source>medical</source>
        <translation>医疗急救</translation>
    </message>
    <message>
        <source>police matter</source>
        <translation>治安刑事</translation>
    </message>
    <message>
        <source>traffic accident</source>
        <translation>交通事故</translation>
    </message>
    <message>
        <source>public transport</source>
        <translation>公共交通</translation>
    </message>
    <message>
        <source>city matter</source>
        <translation>城市管理</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>环境污染</translation>
    </message>
    <message>
        <source>market and food</source>
        <translation>市场食品</translation>
    </message>
    <message>
        <source>work safety</source>
        <translation>安全生产</translation>
    </message>
    <message>
        <source>natural disaster</source>
        <translation>自然灾害</translation>
    </message>
    <message>
        <source>several agencies</source>
        <translation>多部门联动</translation>
    </message>
    <message>
        <source>car</source>
        <translation>轿车</translation>
    </message>
    <message>
        <source>motorcycle</source>
        <translation>摩托车</translation>
    </message>
    <message>
        <source>on foot</source>
        <translation>徒步</translation>
    </message>
    <message>
        <source>armed team</source>
        <translation>特警组</translation>
    </message>
    <message>
        <source>fire engine</source>
        <translation>消防车</translation>
    </message>
    <message>
        <source>ladder truck</source>
        <translation>云梯车</translation>
    </message>
    <message>
        <source>rescue truck</source>
        <translation>抢险救援车</translation>
    </message>
    <message>
        <source>ambulance</source>
        <translation>救护车</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>船艇</translation>
    </message>
    <message>
        <source>drone</source>
        <translation>无人机</translation>
    </message>
    <message>
        <source>dog team</source>
        <translation>犬组</translation>
    </message>
    <message>
        <source>team</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>command car</source>
        <translation>指挥车</translation>
    </message>
    <message>
        <source>tow truck</source>
        <translation>清障车</translation>
    </message>
    <message>
        <source>bus</source>
        <translation>客车</translation>
    </message>
    <message>
        <source>truck</source>
        <translation>货车</translation>
    </message>
    <message>
        <source>pump</source>
        <translation>排水泵</translation>
    </message>
    <message>
        <source>laboratory</source>
        <translation>检测</translation>
    </message>
    <message>
        <source>communications</source>
        <translation>通信</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>fire station</source>
        <translation>消防救援站</translation>
    </message>
    <message>
        <source>police station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>school</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>railway station</source>
        <translation>车站</translation>
    </message>
    <message>
        <source>fuel</source>
        <translation>加油站</translation>
    </message>
    <message>
        <source>airport</source>
        <translation>机场</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>山峰</translation>
    </message>
    <message>
        <source>shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>hydrant</source>
        <translation>消火栓</translation>
    </message>
    <message>
        <source>warehouse</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>command post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>left %1</source>
        <translation>余 %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>派</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>接令</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Roll-call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>%1m</source>
        <extracomment>Minutes, as short as can be.</extracomment>
        <translation>%1分</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>[%1]</source>
        <extracomment>Around a mark behind the line.</extracomment>
        <translation>〔%1〕</translation>
    </message>
    <message>
        <source>entered late, %1</source>
        <translation>补录 %1</translation>
    </message>
    <message>
        <source>waits for earlier entries, without effect yet</source>
        <translation>等待前序记录，暂未生效</translation>
    </message>
</context>
<context>
    <name>UnitFacts</name>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>Distress</source>
        <translation>遇险</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>%1内可到位</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>勤务</translation>
    </message>
    <message>
        <source>expected back %1</source>
        <translation>预计 %1 恢复</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>to %1 m</source>
        <translation>精度 %1 米</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>of this shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>%1 on board</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>车组</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>%1 组</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>驻地</translation>
    </message>
</context>
<context>
    <name>UnitStepText</name>
    <message>
        <source>Told by phone…</source>
        <translation>电话送达…</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>处置完毕…</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>撤派…</translation>
    </message>
    <message>
        <source>Dispatch to %1</source>
        <translation>派往 %1</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>停勤…</translation>
    </message>
    <message>
        <source>Off duty</source>
        <translation>下勤</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>上勤</translation>
    </message>
    <message>
        <source>Distress</source>
        <translation>遇险</translation>
    </message>
</context>
<context>
    <name>WorkItem</name>
    <message>
        <source>%1 is in distress</source>
        <translation>%1 遇险</translation>
    </message>
    <message>
        <source>Only its own supervisor ends this, after voice contact.</source>
        <translation>须由本单位主管通话确认后解除。</translation>
    </message>
    <message>
        <source>Ended…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>%1: we are asked to lead</source>
        <translation>%1:请我方牵头</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>承接</translation>
    </message>
    <message>
        <source>%1 is to be checked and closed</source>
        <translation>%1 待核查结案</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>%1 has no unit</source>
        <translation>%1 尚无力量</translation>
    </message>
    <message>
        <source>Dispatch…</source>
        <translation>派出…</translation>
    </message>
    <message>
        <source>%1 does not know of %2 yet</source>
        <translation>%1 尚未收到 %2 的派令</translation>
    </message>
    <message>
        <source>Told by phone…</source>
        <translation>电话送达…</translation>
    </message>
    <message>
        <source>%1: is %2 well?</source>
        <translation>%1:%2 是否安全?</translation>
    </message>
    <message>
        <source>Roll-call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1 未接令(%2)</translation>
    </message>
    <message>
        <source>%1 sends our %2 to %3</source>
        <translation>%1 派我方 %2 往 %3</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>接令</translation>
    </message>
    <message>
        <source>Conflict %1: %2</source>
        <translation>冲突 %1：%2</translation>
    </message>
</context>
<context>
    <name>ob::ui::ActionRegistry</name>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>ob::ui::AlarmPanel</name>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>%1 · %2 to acknowledge · %3 shelved</source>
        <translation>%1 · 未确认 %2 · 搁置 %3</translation>
    </message>
    <message>
        <source>No alarm.</source>
        <translation>没有告警。</translation>
    </message>
    <message>
        <source>Sign in first, or the alarm is over.</source>
        <translation>请先登录，或该告警已解除。</translation>
    </message>
</context>
<context>
    <name>ob::ui::AlarmRow</name>
    <message>
        <source>Back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>消音</translation>
    </message>
    <message>
        <source>shelved until %1: %2</source>
        <translation>搁置至 %1:%2</translation>
    </message>
    <message>
        <source>silenced, not solved</source>
        <translation>已消音，未解除</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>搁置…</translation>
    </message>
</context>
<context>
    <name>ob::ui::AttachmentHand</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>%1 may run a program</source>
        <translation>%1 可能运行程序</translation>
    </message>
    <message>
        <source>Opening %1 may run a program on this machine. Open it only if you know who made it and why. Saving it does no harm.</source>
        <translation>打开 %1 可能在本机运行程序。只有清楚它由谁、为何制作时才打开。另存为没有危险。</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>不打开</translation>
    </message>
    <message>
        <source>%1 cannot be read. Look at who may read it.</source>
        <translation>%1 无法读取。请检查读取权限。</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose a file.</source>
        <translation>%1 不是文件。请选择文件。</translation>
    </message>
    <message>
        <source>%1 is empty and was not attached.</source>
        <translation>%1 是空文件，未附上。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MiB and was not attached. Shorten it, or hand it over otherwise.</source>
        <translation>%1 超过 %2 MiB，未附上。请压缩，或用其他方式移交。</translation>
    </message>
    <message>
        <source>%1 has no name that can be shown. Rename it first.</source>
        <translation>%1 的文件名无法显示。请先改名。</translation>
    </message>
    <message>
        <source>%1 could not be kept on this desk&apos;s disk. Make room and try again.</source>
        <translation>%1 无法存入本席磁盘。请腾出空间后重试。</translation>
    </message>
</context>
<context>
    <name>ob::ui::AttachmentShelf</name>
    <message>
        <source>%1 · here</source>
        <translation>%1 · 已到本席</translation>
    </message>
    <message>
        <source>%1 · coming, %2 % here</source>
        <translation>%1 · 接收中，已到 %2 %</translation>
    </message>
    <message>
        <source>%1 · not here yet</source>
        <translation>%1 · 尚未到达</translation>
    </message>
    <message>
        <source>%1 · refused: not what the note says</source>
        <translation>%1 · 已拒收：与备注所记不符</translation>
    </message>
    <message>
        <source>%1 is not here yet. It comes when a desk that has it is reached.</source>
        <translation>%1 尚未到达本席。连上持有它的席位后会自动传来。</translation>
    </message>
    <message>
        <source>%1 was damaged on this desk&apos;s disk. It is asked of other desks again.</source>
        <translation>%1 在本席磁盘上已损坏，正重新向其他席位索取。</translation>
    </message>
    <message>
        <source>%1 cannot be written there. Choose another folder, or make room.</source>
        <translation>%1 无法写入该处。请另选文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>This machine has nothing to show %1 with. Save it and take it elsewhere.</source>
        <translation>本机没有可打开 %1 的程序。请另存后在其他机器上查看。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
</context>
<context>
    <name>ob::ui::CapabilityTicks</name>
    <message>
        <source>All skills</source>
        <translation>全部能力</translation>
    </message>
</context>
<context>
    <name>ob::ui::CommandBar</name>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Verb first, for example D E07 042 · ? lists all · F2</source>
        <translation>先写动词，例如 派 消E07 042 · ? 列出全部 · F2</translation>
    </message>
    <message>
        <source>drill ›</source>
        <translation>演练 ›</translation>
    </message>
    <message>
        <source>This incident is finished and in the archive.</source>
        <translation>该警情已办结，在档案中。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 条</translation>
    </message>
    <message>
        <source>Send ⏎</source>
        <translation>发送 ⏎</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>ob::ui::Console</name>
    <message>
        <source>The map knows no place called %1.</source>
        <translation>地图上没有名为 %1 的地点。</translation>
    </message>
</context>
<context>
    <name>ob::ui::DutyBar</name>
    <message>
        <source>In how many minutes can it be called in? 1 to %1.</source>
        <translation>召回需要多少分钟？请填 1 至 %1。</translation>
    </message>
    <message>
        <source>It is expected back at a time of day (23:50) or after a length (2h).</source>
        <translation>预计恢复请填时刻（23:50）或时长（2h）。</translation>
    </message>
    <message>
        <source>within minutes</source>
        <translation>召回分钟数</translation>
    </message>
    <message>
        <source>back</source>
        <translation>预计恢复</translation>
    </message>
    <message>
        <source>23:50 or 2h</source>
        <translation>23:50 或 2h</translation>
    </message>
    <message>
        <source>Reason of being out of service</source>
        <translation>停勤原因</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ob::ui::GrantPanel</name>
    <message>
        <source>Dispatch grants</source>
        <translation>派遣授权</translation>
    </message>
    <message>
        <source>Dispatch grants by agency and unit group</source>
        <translation>派遣授权（按部门和力量组）</translation>
    </message>
    <message>
        <source>Close the dispatch grants</source>
        <translation>关闭派遣授权</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>授权记录</translation>
    </message>
    <message>
        <source>Record of the grants</source>
        <translation>授权记录</translation>
    </message>
    <message>
        <source>There is no other agency in this realm.</source>
        <translation>本联合指挥域没有其他部门。</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>……另有 %1 项</translation>
    </message>
    <message>
        <source>After saving: %1</source>
        <translation>保存后：%1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>现在：%1</translation>
    </message>
    <message>
        <source>Choose a cell with the arrow keys or the mouse.</source>
        <translation>用方向键或鼠标选一格。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save (%1)</source>
        <translation>保存（%1）</translation>
    </message>
    <message>
        <source>who may send our units · every change goes on record</source>
        <translation>谁可以派我方力量 · 每次更改都留痕</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>已保存：%1。</translation>
    </message>
</context>
<context>
    <name>ob::ui::HelpPage</name>
    <message>
        <source>Verbs and shortcuts</source>
        <translation>动词与快捷键</translation>
    </message>
    <message>
        <source>Verbs of the command line</source>
        <translation>命令行动词</translation>
    </message>
    <message>
        <source>The verb comes first. A dot is the selected incident, @2140 a time, /… free text. Enter sends what is written beside the line; amber wants a second Enter.</source>
        <translation>动词在前。点号指当前选中的警情，@2140 是时间，/… 是文字。回车发出旁边写明的内容；橙色需要再按一次回车。</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>In a window that looks back</source>
        <translation>回看窗口中</translation>
    </message>
    <message>
        <source>verb</source>
        <translation>动词</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>short</source>
        <translation>简写</translation>
    </message>
    <message>
        <source>example</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>ob::ui::Inbox</name>
    <message>
        <source>%1 · more has come</source>
        <translation>%1 · 又有新事项</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待我处理</translation>
    </message>
    <message>
        <source>Nothing waits for this desk.</source>
        <translation>本席没有待处理事项。</translation>
    </message>
    <message>
        <source>%1 · the first %2 are shown</source>
        <translation>%1 · 显示前 %2 项</translation>
    </message>
    <message>
        <source>%1 · Ctrl+Space opens the next</source>
        <translation>%1 · Ctrl+空格 下一项</translation>
    </message>
    <message>
        <source>The conflict is settled.</source>
        <translation>冲突已处理。</translation>
    </message>
</context>
<context>
    <name>ob::ui::InboxRow</name>
    <message>
        <source>Settled</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>ob::ui::IncidentHead</name>
    <message>
        <source>%1 entered here</source>
        <translation>%1 录入</translation>
    </message>
    <message>
        <source> · %1 calls</source>
        <translation> · %1 次来电</translation>
    </message>
    <message>
        <source>First receiver</source>
        <translation>首接</translation>
    </message>
    <message>
        <source>%1 · answers for it now</source>
        <translation>%1 · 现由其负责</translation>
    </message>
    <message>
        <source>tracks until closed</source>
        <translation>跟踪至结案</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>%1 (to be accepted)</source>
        <translation>%1(待接手)</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待接手</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Supporting</source>
        <translation>协作</translation>
    </message>
    <message>
        <source>nobody took it</source>
        <translation>无人接办</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>place not shared with us</source>
        <translation>地点未共享</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>地点不明</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>责任</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已存</translation>
    </message>
    <message>
        <source>at this desk only</source>
        <translation>仅存本席</translation>
    </message>
    <message>
        <source>here and by %1</source>
        <translation>本席及%1</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Not yet at</source>
        <translation>尚缺</translation>
    </message>
</context>
<context>
    <name>ob::ui::IncidentQueue</name>
    <message>
        <source>Incidents</source>
        <translation>警情队列</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter incidents</source>
        <translation>筛选警情</translation>
    </message>
    <message>
        <source>Own only</source>
        <translation>仅本部门</translation>
    </message>
    <message>
        <source> · %1 will move</source>
        <translation> · %1 条将移动</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>没有符合筛选的警情。</translation>
    </message>
    <message>
        <source>No incident is open.
Ctrl+N takes a call.</source>
        <translation>没有未结警情。
按 Ctrl+N 接警。</translation>
    </message>
    <message>
        <source>No incident was open.</source>
        <translation>当时没有未结警情。</translation>
    </message>
    <message>
        <source>Own %1</source>
        <translation>本部门 %1</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>未结 %1</translation>
    </message>
    <message>
        <source> · check %1</source>
        <translation> · 待核 %1</translation>
    </message>
</context>
<context>
    <name>ob::ui::IncidentUnits</name>
    <message>
        <source>%1 · not delivered</source>
        <translation>%1 · 未送达</translation>
    </message>
</context>
<context>
    <name>ob::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>警情详情</translation>
    </message>
    <message>
        <source>No incident is selected.
Click one in the queue or on the map, or take a call with Ctrl+N.</source>
        <translation>未选中警情。
请在队列或地图上点选，或按 Ctrl+N 接警。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>处置过程</translation>
    </message>
    <message>
        <source>Units of this incident</source>
        <translation>本警情力量</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派出</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接办</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>Offer lead</source>
        <translation>牵头</translation>
    </message>
    <message>
        <source>Roll-call</source>
        <translation>点名</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Units · %1 at work</source>
        <translation>力量 · %1 处置中</translation>
    </message>
    <message>
        <source>Timeline · %1 entries</source>
        <translation>处置过程 · %1 条</translation>
    </message>
    <message>
        <source>Look back to here</source>
        <translation>回看到此刻</translation>
    </message>
    <message>
        <source>No incident is selected.
Click one in the queue or on the map.</source>
        <translation>未选中警情。
请在队列中或地图上点选。</translation>
    </message>
</context>
<context>
    <name>ob::ui::LayoutPage</name>
    <message>
        <source>Layouts of my own</source>
        <translation>我的布局</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>布局名称</translation>
    </message>
    <message>
        <source>Name, for example: night shift, two screens</source>
        <translation>名称，例如：夜班 双屏</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Gives the chosen layout the name that is typed above.</source>
        <translation>把所选布局改为上面输入的名称。</translation>
    </message>
    <message>
        <source>%1    Ctrl+Alt+%2</source>
        <translation>%1    Ctrl+Alt+%2</translation>
    </message>
    <message>
        <source>None yet. Arrange the window, give the layout a name and save it.</source>
        <translation>还没有布局。摆好窗口，起个名称，保存。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Really delete</source>
        <translation>确认删除</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请起一个名称。</translation>
    </message>
    <message>
        <source>The name has more than %1 characters. Shorten it.</source>
        <translation>名称超过 %1 个字。请缩短。</translation>
    </message>
    <message>
        <source>Another layout has this name. Choose a different one.</source>
        <translation>已有同名布局。请换一个名称。</translation>
    </message>
    <message>
        <source>There are %1 layouts already. Delete one, or save under its name.</source>
        <translation>已有 %1 个布局。请删除一个，或用它的名称保存。</translation>
    </message>
    <message>
        <source>This layout is not there any more.</source>
        <translation>该布局已不存在。</translation>
    </message>
</context>
<context>
    <name>ob::ui::LogOnForm</name>
    <message>
        <source>The end of the shift is a time of day (08:00) or a length (12h).</source>
        <translation>班次结束请填时刻（08:00）或时长（12h）。</translation>
    </message>
    <message>
        <source>A unit can do something: tick a skill.</source>
        <translation>请至少勾选一项能力。</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>班次至</translation>
    </message>
    <message>
        <source>08:00 or 12h</source>
        <translation>08:00 或 12h</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>plate or number</source>
        <translation>车牌或编号</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>last shift: %1</source>
        <translation>上一班：%1</translation>
    </message>
    <message>
        <source>who is on board</source>
        <translation>车组人员</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>上勤</translation>
    </message>
    <message>
        <source>Change the shift</source>
        <translation>更改本班</translation>
    </message>
    <message>
        <source>Nothing has changed. Size and end of a shift stay until the unit goes off.</source>
        <translation>没有改动。人数和班次结束时间保留到下勤为止。</translation>
    </message>
</context>
<context>
    <name>ob::ui::LookBackBar</name>
    <message>
        <source>Type a moment</source>
        <translation>输入时刻</translation>
    </message>
    <message>
        <source>Moment that is shown</source>
        <translation>所显示的时刻</translation>
    </message>
    <message>
        <source>Moment that is shown, over all that this desk knows</source>
        <translation>所显示的时刻（本席台账的全部时段）</translation>
    </message>
    <message>
        <source>Play %1 times as fast, or stop</source>
        <translation>%1 倍速播放，再按停止</translation>
    </message>
    <message>
        <source>%1 min earlier</source>
        <translation>提前 %1 分钟</translation>
    </message>
    <message>
        <source>%1 min later</source>
        <translation>推后 %1 分钟</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Write 21:40, or 11-22 21:40, or 2026-11-22 21:40.</source>
        <translation>请按 21:40、11-22 21:40 或 2026-11-22 21:40 填写。</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>正在还原…</translation>
    </message>
    <message>
        <source>The journal cannot be read just now (%1). The console is not affected. Move on to try again.</source>
        <translation>台账暂时无法读取（%1）。指挥台不受影响，移动时刻即可重试。</translation>
    </message>
    <message>
        <source>The board as this desk knew it then</source>
        <translation>当时本席所掌握的态势</translation>
    </message>
</context>
<context>
    <name>ob::ui::LookBackWindow</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Distress: go to the console</source>
        <translation>遇险：转到指挥台</translation>
    </message>
    <message>
        <source>Looking back %1</source>
        <translation>回看 %1</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>Working: the board of that moment is put together from the journal …</source>
        <translation>正在依据台账还原该时刻的态势…</translation>
    </message>
</context>
<context>
    <name>ob::ui::MainWindow</name>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>OneBoard</source>
        <translation>一盘棋</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情队列</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>警情详情</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>力量板</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待我处理</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Dispatch units…</source>
        <translation>派出力量…</translation>
    </message>
    <message>
        <source>Close the incident…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Show on the map, and back</source>
        <translation>定位到地图，再按返回</translation>
    </message>
    <message>
        <source>Distress of the selected unit</source>
        <translation>选中力量遇险</translation>
    </message>
    <message>
        <source>Verbs and shortcuts</source>
        <translation>动词与快捷键</translation>
    </message>
    <message>
        <source>End this desk</source>
        <translation>退出本席</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全部搜索</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Filter incidents</source>
        <translation>筛选警情</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Next thing to do</source>
        <translation>下一待办</translation>
    </message>
    <message>
        <source>Day or night</source>
        <translation>日间/夜间</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Layout: dispatcher (reset)</source>
        <translation>布局：调度(复位)</translation>
    </message>
    <message>
        <source>Layout: call-taker</source>
        <translation>布局：接警</translation>
    </message>
    <message>
        <source>Layout: commander</source>
        <translation>布局：指挥</translation>
    </message>
    <message>
        <source>Layout: field</source>
        <translation>布局：现场</translation>
    </message>
    <message>
        <source>Lock panels</source>
        <translation>锁定面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>定位到地图</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>New call here</source>
        <translation>在此接警</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Another operator</source>
        <translation>更换值班员</translation>
    </message>
    <message>
        <source>Silence the next alarm</source>
        <translation>消音下一告警</translation>
    </message>
    <message>
        <source>%1 has no passphrase at this desk and could not come back: oneboardctl operator add makes one.</source>
        <translation>%1 在本席没有口令，锁定后无法返回：可用 oneboardctl operator add 设置。</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>Back into the console: %1</source>
        <translation>收回主窗口：%1</translation>
    </message>
    <message>
        <source>In a window of its own: %1</source>
        <translation>单独窗口：%1</translation>
    </message>
    <message>
        <source>Second map</source>
        <translation>第二张地图</translation>
    </message>
    <message>
        <source>Bring lost windows here</source>
        <translation>找回屏幕外的窗口</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Wall display</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>%1 windows look back already: close one of them.</source>
        <translation>已打开 %1 个回看窗口：请先关闭一个。</translation>
    </message>
    <message>
        <source>Unit sheet</source>
        <translation>力量详情</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>勤务表</translation>
    </message>
    <message>
        <source>Dispatch grants</source>
        <translation>派遣授权</translation>
    </message>
    <message>
        <source>Chosen units on duty</source>
        <translation>所选力量上勤</translation>
    </message>
    <message>
        <source>Chosen units available</source>
        <translation>所选力量待命</translation>
    </message>
    <message>
        <source>Chosen units off duty</source>
        <translation>所选力量下勤</translation>
    </message>
    <message>
        <source>Panels in one place</source>
        <translation>同一位置的面板</translation>
    </message>
    <message>
        <source>No unit is selected.</source>
        <translation>没有选中力量。</translation>
    </message>
    <message>
        <source>Shelve an alarm…</source>
        <translation>搁置告警…</translation>
    </message>
    <message>
        <source>The layout is saved as %1.</source>
        <translation>布局已存为“%1”。</translation>
    </message>
    <message>
        <source>The layout %1 cannot be used by this version. Arrange the window and save it under this name once more.</source>
        <translation>本版本无法使用布局“%1”。请摆好窗口，用此名称重新保存。</translation>
    </message>
    <message>
        <source>Layouts of my own…</source>
        <translation>我的布局…</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>布局：%1</translation>
    </message>
    <message>
        <source>Layout %1 of my own</source>
        <translation>我的布局 %1</translation>
    </message>
    <message>
        <source>Panels in windows of their own</source>
        <translation>面板单独成窗</translation>
    </message>
</context>
<context>
    <name>ob::ui::MapPanel</name>
    <message>
        <source>Its place on the map is not known.</source>
        <translation>不知道其在地图上的位置。</translation>
    </message>
</context>
<context>
    <name>ob::ui::NoteLine</name>
    <message>
        <source>Add a note, Enter saves it</source>
        <translation>写备注，回车保存</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Usual notes</source>
        <translation>常用备注</translation>
    </message>
    <message>
        <source>Caller rang again</source>
        <translation>报警人再次来电</translation>
    </message>
    <message>
        <source>Caller cannot be reached</source>
        <translation>报警人联系不上</translation>
    </message>
    <message>
        <source>More persons involved than reported</source>
        <translation>涉及人员多于报警所述</translation>
    </message>
    <message>
        <source>Hazardous substances present</source>
        <translation>现场有危险品</translation>
    </message>
    <message>
        <source>Access blocked</source>
        <translation>道路受阻，无法进入</translation>
    </message>
    <message>
        <source>Persons brought to safety</source>
        <translation>人员已转移至安全处</translation>
    </message>
    <message>
        <source>Situation under control</source>
        <translation>事态已控制</translation>
    </message>
    <message>
        <source>Nothing found at the place</source>
        <translation>到场未发现情况</translation>
    </message>
    <message>
        <source>Press at the place</source>
        <translation>现场有媒体</translation>
    </message>
    <message>
        <source>Photos and papers for the note</source>
        <translation>备注的照片和文件</translation>
    </message>
    <message>
        <source>At most %1 files go with one note. Write a second note for the others.</source>
        <translation>一条备注最多附 %1 个文件。其余请另写一条备注。</translation>
    </message>
    <message>
        <source>Take %1 off the note</source>
        <translation>从备注中去掉 %1</translation>
    </message>
    <message>
        <source>Image %1.png</source>
        <translation>图片%1.png</translation>
    </message>
    <message>
        <source>Keeping the files…</source>
        <translation>正在保存附件…</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>附件…</translation>
    </message>
    <message>
        <source>Attach photos or papers</source>
        <translation>附上照片或文件</translation>
    </message>
</context>
<context>
    <name>ob::ui::Palette</name>
    <message>
        <source>Search everything</source>
        <translation>全部搜索</translation>
    </message>
    <message>
        <source>Action, incident, unit or place   &gt; # @ :</source>
        <translation>操作、警情、力量或地点   &gt; # @ :</translation>
    </message>
    <message>
        <source>Nothing has this name.</source>
        <translation>没有这个名称。</translation>
    </message>
</context>
<context>
    <name>ob::ui::PremiseDetails</name>
    <message>
        <source>Show contact</source>
        <translation>显示联系人</translation>
    </message>
    <message>
        <source>Show contact of %1</source>
        <translation>显示“%1”的联系人</translation>
    </message>
    <message>
        <source>Who asks is recorded.</source>
        <translation>查看将被登记。</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>联系人：%1</translation>
    </message>
</context>
<context>
    <name>ob::ui::PremiseSheet</name>
    <message>
        <source>Hazards at this place</source>
        <translation>本处风险</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ob::ui::PremiseStrip</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1等，另 %2 处</translation>
    </message>
    <message>
        <source>Hazards at this place</source>
        <translation>本处风险</translation>
    </message>
</context>
<context>
    <name>ob::ui::RosterModel</name>
    <message>
        <source>Unit</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>驻地</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>For</source>
        <translation>已持续</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>车辆</translation>
    </message>
    <message>
        <source>Shift until</source>
        <translation>班次至</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>部门</translation>
    </message>
</context>
<context>
    <name>ob::ui::RosterPanel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在勤</translation>
    </message>
    <message>
        <source>Engaged</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Shift over</source>
        <translation>班次已到</translation>
    </message>
    <message>
        <source>By need</source>
        <translation>按需处理</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>勤务表</translation>
    </message>
    <message>
        <source>Which units</source>
        <translation>显示哪些力量</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter units</source>
        <translation>筛选力量</translation>
    </message>
    <message>
        <source>All agencies</source>
        <translation>全部部门</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Close the roster</source>
        <translation>关闭勤务表</translation>
    </message>
    <message>
        <source>Shift until</source>
        <translation>班次至</translation>
    </message>
    <message>
        <source>08:00 or 12h</source>
        <translation>08:00 或 12h</translation>
    </message>
    <message>
        <source>On duty (Ctrl+1)</source>
        <translation>上勤（Ctrl+1）</translation>
    </message>
    <message>
        <source>Available (Ctrl+2)</source>
        <translation>待命（Ctrl+2）</translation>
    </message>
    <message>
        <source>Off duty (Ctrl+3)</source>
        <translation>下勤（Ctrl+3）</translation>
    </message>
    <message>
        <source>on duty %1 · engaged %2 · available %3 · out of service %4</source>
        <translation>在勤 %1 · 处置中 %2 · 待命 %3 · 停勤 %4</translation>
    </message>
    <message>
        <source> · by %1</source>
        <translation> · 按%1排序</translation>
    </message>
    <message>
        <source>chosen %1</source>
        <translation>已选 %1</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>没有符合筛选的力量。</translation>
    </message>
    <message>
        <source>This agency has no unit on the board yet.
UNIT E01 ENGINE registers one.</source>
        <translation>本部门还没有力量。
可用“UNIT E01 水罐消防车”登记。</translation>
    </message>
    <message>
        <source>The end of the shift is a time of day (08:00) or a length (12h).</source>
        <translation>班次结束请填时刻（08:00）或时长（12h）。</translation>
    </message>
    <message>
        <source>That is too much for one line: choose fewer than %1.</source>
        <translation>一行指令容纳不下：所选须少于 %1 个。</translation>
    </message>
</context>
<context>
    <name>ob::ui::ShiftHistoryModel</name>
    <message>
        <source>Distress</source>
        <translation>遇险</translation>
    </message>
    <message>
        <source>Safe again</source>
        <translation>已解除遇险</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
</context>
<context>
    <name>ob::ui::TimelineModel</name>
    <message>
        <source>Double click or Enter: look back to here</source>
        <translation>双击或按 Enter：回看到此刻</translation>
    </message>
    <message>
        <source>Double click or Enter: open. Right click: save as</source>
        <translation>双击或回车：打开；右键：另存为</translation>
    </message>
</context>
<context>
    <name>ob::ui::TopBar</name>
    <message>
        <source>OneBoard</source>
        <translation>一盘棋</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>断</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>联机</translation>
    </message>
    <message>
        <source>Partly cut</source>
        <translation>部分断</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 超时</translation>
    </message>
    <message>
        <source>%1 distress</source>
        <translation>%1 遇险</translation>
    </message>
    <message>
        <source>This desk calls no peer.</source>
        <translation>本席未连接任何对端。</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>%1 搁置</translation>
    </message>
    <message>
        <source>%1 to acknowledge</source>
        <translation>%1 未确认</translation>
    </message>
    <message>
        <source>+ Call</source>
        <translation>＋ 接警</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>当前 %1</translation>
    </message>
    <message>
        <source>Read only: cannot save</source>
        <translation>只读：无法保存</translation>
    </message>
    <message>
        <source>Starting again</source>
        <translation>正在重新启动</translation>
    </message>
    <message>
        <source>The desk has ended</source>
        <translation>本席已停止</translation>
    </message>
</context>
<context>
    <name>ob::ui::UnitBoard</name>
    <message>
        <source>Units</source>
        <translation>力量板</translation>
    </message>
    <message>
        <source>Units of %1</source>
        <translation>%1力量</translation>
    </message>
    <message>
        <source>No unit is on the board yet: UNIT E01 ENGINE registers one</source>
        <translation>尚无力量：用 UNIT E01 水罐消防车 登记</translation>
    </message>
    <message>
        <source>on duty %1 · engaged %2 · available %3 · out of service %4</source>
        <translation>在勤 %1 · 处置中 %2 · 待命 %3 · 停勤 %4</translation>
    </message>
    <message>
        <source>No unit was on the board</source>
        <translation>当时没有力量在册</translation>
    </message>
</context>
<context>
    <name>ob::ui::UnitColumn</name>
    <message>
        <source>available %1</source>
        <translation>待命 %1</translation>
    </message>
    <message>
        <source>out of service %1</source>
        <translation>停勤 %1</translation>
    </message>
</context>
<context>
    <name>ob::ui::UnitSheet</name>
    <message>
        <source>A unit of %1: only its own agency changes its duty.</source>
        <translation>%1的力量，勤务只由其本部门更改。</translation>
    </message>
    <message>
        <source>A newer version has written about this unit: update this desk to change it.</source>
        <translation>更新版本的席位写过此力量，升级本席位后才能更改。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>力量</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>Log on</source>
        <translation>上勤登记</translation>
    </message>
    <message>
        <source>Incident %1</source>
        <translation>警情 %1</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Close the unit sheet</source>
        <translation>关闭力量详情</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>No unit is selected.
Click one on the unit board or on the map, then F3.</source>
        <translation>没有选中力量。
在力量板或地图上点一个，再按 F3。</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>勤务</translation>
    </message>
    <message>
        <source>Last shift</source>
        <translation>最近一班</translation>
    </message>
    <message>
        <source>States of the last shift</source>
        <translation>最近一班的勤务状态</translation>
    </message>
</context>
<context>
    <name>ob::ui::WallHead</name>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>distress</source>
        <translation>遇险</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>engaged</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>available</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>联机</translation>
    </message>
    <message>
        <source>Partly cut</source>
        <translation>部分断</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>The desk is starting again: this is not of now</source>
        <translation>本席正在重启：所示并非当前态势</translation>
    </message>
    <message>
        <source>The desk takes nothing: its storage has failed</source>
        <translation>本席存储故障：只读</translation>
    </message>
    <message>
        <source>The desk has ended: this is not of now</source>
        <translation>本席已停止：所示并非当前态势</translation>
    </message>
    <message>
        <source>cut: %1</source>
        <translation>断：%1</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实战</translation>
    </message>
</context>
<context>
    <name>ob::ui::WallQueue</name>
    <message>
        <source>DISTRESS</source>
        <translation>遇险</translation>
    </message>
    <message>
        <source>Open incidents: %1, overdue %2</source>
        <translation>未结警情 %1 起，超时 %2 起</translation>
    </message>
    <message>
        <source>Open incidents by need</source>
        <translation>未结警情（按紧急程度）</translation>
    </message>
    <message>
        <source>No incident is open</source>
        <translation>没有未结警情</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 起</translation>
    </message>
</context>
<context>
    <name>ob::ui::WallUnits</name>
    <message>
        <source>%1: engaged %2, available %3, out of service %4</source>
        <translation>%1：处置中 %2，待命 %3，停勤 %4</translation>
    </message>
    <message>
        <source>No unit is on duty</source>
        <translation>没有在勤力量</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>free</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>out</source>
        <translation>停勤</translation>
    </message>
</context>
<context>
    <name>ob::ui::WallWindow</name>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Close the wall display</source>
        <translation>关闭大屏</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
</context>
</TS>
