<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>AnswerForm</name>
    <message numerus="yes">
        <source>%n answer(s) stored.</source>
        <translation>
            <numerusform>%n answer stored.</numerusform>
            <numerusform>%n answers stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same answer for %n page(s) without one</source>
        <translation>
            <numerusform>Same answer for %n page without one</numerusform>
            <numerusform>Same answer for %n pages without one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceTabs</name>
    <message numerus="yes">
        <source>%n row(s); Enter shows the element on the picture.</source>
        <translation>
            <numerusform>%n row; Enter shows the element on the picture.</numerusform>
            <numerusform>%n rows; Enter shows the element on the picture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageMatrix</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestingPanel</name>
    <message numerus="yes">
        <source>%n draft(s) not stored yet: show the next</source>
        <translation>
            <numerusform>%n draft not stored yet: show it</numerusform>
            <numerusform>%n drafts not stored yet: show the next</numerusform>
        </translation>
    </message>
</context>
</TS>
