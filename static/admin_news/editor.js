/* Pictures are sent by the editor itself: give its requests the token that every other form carries. */
"use strict";

CKEDITOR.on("instanceCreated", (created) => {
  created.editor.on("fileUploadRequest", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
    event.data.fileLoader.xhr.setRequestHeader("X-CSRFToken", token);
  });
});
